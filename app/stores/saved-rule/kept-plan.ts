import { hasTexts, isObject } from '../kept/kept-value.ts';

/** The plan of a query as the browser keeps it. */
export interface KeptPlan {
  /** As `serializePlan` writes it. */
  readonly text: string;
  readonly seal: string;
}

/** The page's first script, whose name changes with all that it loads: another page may make another plan of a text. */
const page = globalThis.document?.querySelector('script[type="module"]')?.getAttribute('src') ?? '';

export function keptPlan(text: string, query: string): KeptPlan {
  return { text, seal: sealOf(text, query) };
}

/** The plan that was kept of a query, as `serializePlan` writes it; undefined where it is not whole, of another query, or another page's. */
export function usablePlan(kept: unknown, query: string): string | undefined {
  if (!isObject(kept) || !hasTexts(kept, ['text', 'seal'])) return undefined;
  const { text, seal } = kept as object as KeptPlan;
  return seal === sealOf(text, query) ? text : undefined;
}

/** FNV-1a of all that a plan depends on. */
function sealOf(text: string, query: string): string {
  let hash = 0x811c9dc5;
  for (const part of [page, query, text]) {
    for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ part.length, 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
