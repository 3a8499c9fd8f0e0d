import type { Column } from '../columnar/column.ts';
import { StringColumnBuilder } from '../columnar/column-builder.ts';
import { encodeUtf8Again } from '../columnar/utf8.ts';
import type { CellKind } from '../readers/reader.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { CellBatch } from '../webassembly/cell-batch.ts';
import { type CellColumn, cellColumn } from './cell-column.ts';
import type { SlashedDates } from './slashed-dates.ts';

/** Types that text may turn out to be, the narrowest first. */
const TYPES = ['bool', 'long', 'real', 'datetime', 'dynamic'] as const;

/** Digits after a leading zero are a name, `007`, not a number: they stay text. */
const LOOKS_LIKE: { readonly [type in (typeof TYPES)[number]]: RegExp } = {
  bool: /^(true|false)$/i,
  long: /^[+-]?(0|[1-9]\d{0,18})$/,
  real: /^[+-]?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/,
  datetime: /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,2}\/\d{1,2}\/\d{4},?\s+\d{1,2}:\d\d)/,
  dynamic: /^[[{]/,
};

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A column of unknown type: keeps the cells as text, and each distinct one narrows what they can be. */
export class InferringColumn implements CellColumn {
  private readonly texts = new StringColumnBuilder();
  private readonly kinds = new Set<CellKind>();
  private candidates: readonly (typeof TYPES)[number][] = TYPES;
  private readonly dates: SlashedDates | undefined;

  /** @param dates says how dates with slashes are read */
  constructor(dates?: SlashedDates) {
    this.dates = dates;
  }

  get length(): number {
    return this.texts.length;
  }

  get filled(): number {
    return this.texts.filled;
  }

  get byteLength(): number {
    return this.texts.byteLength;
  }

  append(bytes: Uint8Array, start: number, end: number, kind: CellKind): boolean {
    this.kinds.add(kind);
    const { dictionary } = this.texts;
    const known = dictionary.size;
    const code = dictionary.addBytes(bytes, start, end);
    if (code >= known && this.candidates.length > 0) this.narrow(bytes, start, end);
    this.texts.appendCode(code);
    return true;
  }

  appendText(text: string, kind: CellKind): boolean {
    const bytes = encodeUtf8Again(text);
    return this.append(bytes, 0, bytes.length, kind);
  }

  appendCells(batch: CellBatch, index: number): void {
    const { dictionary } = this.texts;
    const filledBefore = this.filled;
    const known = dictionary.size;
    this.texts.appendCells(batch, index);
    if (this.filled > filledBefore) for (const kind of kindsOf(batch.kinds(index))) this.kinds.add(kind);
    const { arena, offsets, size } = dictionary.values();
    for (let code = known; code < size && this.candidates.length > 0; code++) {
      this.narrow(arena, offsets[code], offsets[code + 1]);
    }
  }

  reserve(share: number): void {
    this.texts.reserve(share);
  }

  appendMissing(): void {
    this.texts.appendMissing();
  }

  finish(): Column {
    const column = this.texts.finish();
    const type = this.inferredType();
    if (type === 'string' || column.kind !== 'string') return column;
    const typed = cellColumn(type, this.dates);
    const { codes } = column;
    for (const code of codes) {
      const { arena, offsets } = column.dictionary;
      const fits = code !== 0 && typed.append(arena, offsets[code], offsets[code + 1], 'text');
      if (code === 0) typed.appendMissing();
      else if (!fits) return column;
    }
    return typed.finish();
  }

  private narrow(bytes: Uint8Array, start: number, end: number): void {
    const text = decoder.decode(bytes.subarray(start, end));
    this.candidates = this.candidates.filter((type) => LOOKS_LIKE[type].test(text));
  }

  private inferredType(): ScalarType {
    if (this.kinds.has('nested')) return 'dynamic';
    const [type = 'string'] = this.candidates;
    const quoted = this.kinds.has('string');
    return quoted && type !== 'datetime' ? 'string' : type;
  }
}

/** The kinds that a batch notes as bits; cells of CSV have none, and are text. */
function kindsOf(bits: number): readonly CellKind[] {
  if (bits === 0) return ['text'];
  return (['string', 'number', 'literal', 'nested'] as const).filter((_, bit) => (bits & (1 << bit)) !== 0);
}
