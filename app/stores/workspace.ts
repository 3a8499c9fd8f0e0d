import { get, set } from 'idb-keyval';
import type { Plan, Segments } from '../../rule-engine/index.ts';
import { type CompiledQuery, useRuleStore } from './rule-store.ts';

/** The rule as the reader left it. The plan lets the engine answer before the language service has loaded. */
export interface Workspace {
  readonly rule: string;
  readonly segments: Segments;
  /** Of `segments`; missing when their text had an error. */
  readonly plan: Plan | undefined;
}

const key = 'penumbra:workspace';

/** The text that was left, when it is of the given rule. Never rejects: without storage there is no workspace. */
export async function savedWorkspace(rule: string): Promise<Workspace | undefined> {
  const saved = await get<Workspace>(key).catch(() => undefined);
  return saved?.rule === rule ? saved : undefined;
}

/** Milliseconds without a change before the text is saved. */
const quiet = 400;

/** Saves the text after each change, at the latest when the page is left or hidden. Returns how to stop. */
export function keepWorkspace(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    const { rule, segments, query, compiled } = useRuleStore.getState();
    if (!rule) return;
    const workspace: Workspace = { rule: rule.metadata.id, segments, plan: planOf(compiled, query.text) };
    set(key, workspace).catch(() => undefined);
  };
  const stop = useRuleStore.subscribe((now, before) => {
    if (now.query === before.query && now.compiled === before.compiled) return;
    clearTimeout(timer);
    timer = setTimeout(save, quiet);
  });
  const saveNow = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  };
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') saveNow();
  };
  addEventListener('pagehide', saveNow);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    clearTimeout(timer);
    removeEventListener('pagehide', saveNow);
    document.removeEventListener('visibilitychange', onVisibility);
    stop();
  };
}

function planOf(compiled: CompiledQuery | undefined, text: string): Plan | undefined {
  return compiled?.query.text === text ? compiled.plan : undefined;
}
