import type { InputHead, Reader } from './reader.ts';
import { readers } from './registry.ts';

/** Less than this and no format is taken. */
const LEAST_CERTAINTY = 0.2;

export interface DetectedFormat {
  readonly reader: Reader;
  /** Why it was taken, as a sentence. */
  readonly reason: string;
}

/** The format of an input by its content; `chosen` is the id of a format that the user named instead. */
export function detectFormat(head: InputHead, chosen?: string): DetectedFormat | undefined {
  const named = readers.find((reader) => reader.format === chosen);
  if (named !== undefined) return { reader: named, reason: 'You chose this format.' };
  let best: Reader | undefined;
  let certainty = LEAST_CERTAINTY;
  for (const reader of readers) {
    const found = reader.detect(head);
    if (found > certainty) {
      best = reader;
      certainty = found;
    }
  }
  if (best === undefined) return undefined;
  return { reader: best, reason: `By its content: ${best.evidence ?? `it looks like ${best.title}`}.` };
}
