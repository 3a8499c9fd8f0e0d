import { nextIdentity } from './identity.ts';

/** Texts whose literals are known again. */
const MOST_TEXTS = 50_000;

interface TextLiterals {
  /** The numbers of its literals. */
  readonly ids: number[];
  /** The list of literals that was numbered last, and how many of them had the text. */
  list: number;
  used: number;
}

const literalsOfTexts = new Map<string, TextLiterals>();
let lists = 0;

/**
 * Numbers for the literals of a run, given their texts in order, no two the same: that of a text's nth literal is the same
 * in the next run, wherever edits have moved it.
 */
export function literalIdentities(texts: readonly string[]): number[] {
  const list = ++lists;
  return texts.map((text) => {
    let literals = literalsOfTexts.get(text);
    if (literals === undefined) {
      literals = { ids: [], list, used: 0 };
      if (literalsOfTexts.size >= MOST_TEXTS) literalsOfTexts.clear();
      literalsOfTexts.set(text, literals);
    }
    if (literals.list !== list) {
      literals.list = list;
      literals.used = 0;
    }
    const nth = literals.used++;
    literals.ids[nth] ??= nextIdentity();
    return literals.ids[nth];
  });
}
