import { composeQuery } from '../../../rule-engine/index.ts';
import { compileText } from '../rule/compile-text.ts';
import type { KeptVersion } from '../rule/versions-store.ts';

const plans = new Map<string, Promise<string | undefined>>();

/** A version's plan, compiled once; undefined where its text has an error. */
export function planOfVersion({ segments }: KeptVersion): Promise<string | undefined> {
  const { text } = composeQuery(segments);
  const known = plans.get(text);
  if (known) return known;
  const plan = compileText(text);
  plan.catch(() => plans.delete(text));
  plans.set(text, plan);
  return plan;
}
