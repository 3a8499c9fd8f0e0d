import type { Column, StringColumn } from '../columnar/column.ts';
import { stringColumn } from '../columnar/columns.ts';
import { StringDictionaryBuilder } from '../columnar/string-dictionary-builder.ts';
import { valueText } from '../functions/value-text.ts';

/** Values taken between two checkpoints. */
const BLOCK = 1 << 14;

const NOT_TAKEN = 0xffffffff;

const known = new WeakMap<Column, WeakMap<Uint32Array, StringColumn>>();

/**
 * A text column of some rows alone, with a dictionary of their values alone: what a few hits are asked costs what the few
 * cost, however many other values there are. Kept as long as the column and the list of rows.
 */
export async function ownValues(
  column: Column,
  rows: Uint32Array,
  checkpoint: () => Promise<void>,
): Promise<StringColumn> {
  let ofColumn = known.get(column);
  if (ofColumn === undefined) {
    ofColumn = new WeakMap();
    known.set(column, ofColumn);
  }
  const kept = ofColumn.get(rows);
  if (kept !== undefined) return kept;
  const own =
    column.kind === 'string' ? await fromCodes(column, rows, checkpoint) : await fromTexts(column, rows, checkpoint);
  ofColumn.set(rows, own);
  return own;
}

async function fromCodes(
  { codes, dictionary }: StringColumn,
  rows: Uint32Array,
  checkpoint: () => Promise<void>,
): Promise<StringColumn> {
  const builder = new StringDictionaryBuilder();
  const taken = new Uint32Array(dictionary.size).fill(NOT_TAKEN);
  const own = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    if (taken[code] === NOT_TAKEN) {
      const { arena, offsets } = dictionary;
      taken[code] = builder.addBytes(arena, offsets[code], offsets[code + 1]);
    }
    own[i] = taken[code];
    if (i % BLOCK === BLOCK - 1) await checkpoint();
  }
  return stringColumn(own, builder.finish());
}

async function fromTexts(column: Column, rows: Uint32Array, checkpoint: () => Promise<void>): Promise<StringColumn> {
  const builder = new StringDictionaryBuilder();
  const own = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    own[i] = builder.add(valueText(column.get(rows[i]), column.type));
    if (i % BLOCK === BLOCK - 1) await checkpoint();
  }
  return stringColumn(own, builder.finish());
}
