import { nextIdentity } from './identity.ts';

/** Texts whose literals are known again. */
const MOST_TEXTS = 50_000;

const idsOfTexts = new Map<string, number[]>();

/**
 * A number for the `nth` literal of a text in a run, from 0 on, which no other literal of the run has: the same in the next
 * run, wherever edits have moved it.
 */
export function literalIdentity(text: string, nth: number): number {
  let ids = idsOfTexts.get(text);
  if (ids === undefined) {
    if (idsOfTexts.size >= MOST_TEXTS) idsOfTexts.clear();
    ids = [];
    idsOfTexts.set(text, ids);
  }
  ids[nth] ??= nextIdentity();
  return ids[nth];
}
