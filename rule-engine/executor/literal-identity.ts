import { nextIdentity } from './identity.ts';

/** Texts whose literals are known again. */
const MOST_TEXTS = 50_000;

interface TextIdentities {
  readonly ids: number[];
  /** The run that asked last, and how many literals of the text it has. */
  run: object | undefined;
  count: number;
}

const texts = new Map<string, TextIdentities>();

/**
 * A number for a literal of a run, which no other literal of the run has: the same in the next run for the literal of the
 * same text, or of several the one in the same order, wherever edits have moved it. To be asked once a literal and run.
 */
export function literalIdentity(text: string, run: object): number {
  let known = texts.get(text);
  if (known === undefined) {
    if (texts.size >= MOST_TEXTS) texts.clear();
    known = { ids: [], run: undefined, count: 0 };
    texts.set(text, known);
  }
  if (known.run !== run) {
    known.run = run;
    known.count = 0;
  }
  const nth = known.count++;
  known.ids[nth] ??= nextIdentity();
  return known.ids[nth];
}
