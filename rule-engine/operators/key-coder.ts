import type { Codes } from '../columnar/codes.ts';
import type { Column } from '../columnar/column.ts';
import { NOT_INTERNED, PairInterner } from '../columnar/pair-interner.ts';
import type { StringDictionary } from '../columnar/string-dictionary.ts';
import { Decimal } from '../schema/decimal.ts';
import { type ScalarKey, scalarKey } from '../schema/scalar-key.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';

/**
 * Turns a key column into a number a row, equal for equal values: what grouping and joining hash. Nulls are equal to
 * each other, and so are NaNs. Text goes by its dictionary's codes and is not decoded.
 */
export interface KeyCoder {
  /** A code for each of the rows. */
  encode(column: Column, rows: Uint32Array): Uint32Array;
  /** As `encode`, but a value that was never encoded gives `NOT_INTERNED`. */
  lookup(column: Column, rows: Uint32Array): Uint32Array;
}

/** The coder for values like those of `column`, which is the first to be encoded; `other` is looked up later. */
export function keyCoder(column: Column, other?: Column): KeyCoder {
  const comparable = other === undefined || other.type === column.type;
  if (comparable && column.kind === 'string') return new TextCoder(column.dictionary);
  if (comparable && column.kind === 'int64' && (other === undefined || other.kind === 'int64')) return new Int64Coder();
  return new ValueCoder(comparable ? scalarKey : numericKey);
}

/** Codes are those of a dictionary. */
class TextCoder implements KeyCoder {
  private readonly dictionary: StringDictionary;

  constructor(dictionary: StringDictionary) {
    this.dictionary = dictionary;
  }

  encode(column: Column, rows: Uint32Array): Uint32Array {
    return this.lookup(column, rows);
  }

  lookup(column: Column, rows: Uint32Array): Uint32Array {
    if (column.kind === 'string') {
      if (column.dictionary === this.dictionary) return rows.map((row) => column.codes[row]);
      const { dictionary } = column;
      return this.translate(column.codes, dictionary.size, (code) => dictionary.get(code), rows);
    }
    if (column.kind === 'coded') {
      return this.translate(column.codes, column.distinct.length, (code) => column.distinct[code], rows);
    }
    if (column.kind === 'constant') return new Uint32Array(rows.length).fill(this.codeOf(column.value));
    const known = new Map<Scalar, number>();
    return rows.map((row) => {
      const value = column.get(row);
      const code = known.get(value) ?? this.codeOf(value);
      known.set(value, code);
      return code;
    });
  }

  private translate(codes: Codes, size: number, value: (code: number) => Scalar, rows: Uint32Array): Uint32Array {
    const translated = new Uint32Array(size);
    const done = new Uint8Array(size);
    return rows.map((row) => {
      const code = codes[row];
      if (done[code] === 0) {
        translated[code] = this.codeOf(value(code));
        done[code] = 1;
      }
      return translated[code];
    });
  }

  private codeOf(value: Scalar): number {
    return this.dictionary.codeOf(value === null ? '' : String(value)) >>> 0;
  }
}

/** Hashes 64-bit values as two halves; null is a code of its own. */
class Int64Coder implements KeyCoder {
  private interner: PairInterner | undefined;
  private nullCode = NOT_INTERNED;

  encode(column: Column, rows: Uint32Array): Uint32Array {
    return this.run(column, rows, true);
  }

  lookup(column: Column, rows: Uint32Array): Uint32Array {
    return this.run(column, rows, false);
  }

  private run(column: Column, rows: Uint32Array, add: boolean): Uint32Array {
    const codes = new Uint32Array(rows.length);
    if (column.kind !== 'int64') return codes.fill(NOT_INTERNED);
    const { values, nulls } = column;
    this.interner ??= new PairInterner(rows.length);
    const { interner } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      if (nulls?.has(row)) {
        if (add) this.nullCode = 0;
        codes[i] = this.nullCode;
      } else {
        const first = values.low(row);
        const second = values.high(row) >>> 0;
        const id = add ? interner.intern(first, second) : interner.find(first, second);
        codes[i] = id === NOT_INTERNED ? id : id + 1;
      }
    }
    return codes;
  }
}

/** Any values, by a map. */
class ValueCoder implements KeyCoder {
  private readonly codes = new Map<ScalarKey, number>();
  private readonly keyOf: (value: Scalar, type: ScalarType) => ScalarKey;

  constructor(keyOf: (value: Scalar, type: ScalarType) => ScalarKey) {
    this.keyOf = keyOf;
  }

  encode(column: Column, rows: Uint32Array): Uint32Array {
    return this.run(column, rows, (key) => {
      const known = this.codes.get(key);
      if (known !== undefined) return known;
      this.codes.set(key, this.codes.size);
      return this.codes.size - 1;
    });
  }

  lookup(column: Column, rows: Uint32Array): Uint32Array {
    return this.run(column, rows, (key) => this.codes.get(key) ?? NOT_INTERNED);
  }

  private run(column: Column, rows: Uint32Array, codeOf: (key: ScalarKey) => number): Uint32Array {
    const { type } = column;
    if (column.kind === 'constant') {
      return new Uint32Array(rows.length).fill(rows.length === 0 ? 0 : codeOf(this.keyOf(column.value, type)));
    }
    if (column.kind !== 'coded') return rows.map((row) => codeOf(this.keyOf(column.get(row), type)));
    const translated = new Map<number, number>();
    return rows.map((row) => {
      const code = column.codes[row];
      const known = translated.get(code);
      if (known !== undefined) return known;
      const found = codeOf(this.keyOf(column.distinct[code], type));
      translated.set(code, found);
      return found;
    });
  }
}

/** A key that is the same for numbers of different types that are equal. */
function numericKey(value: Scalar): ScalarKey {
  if (value instanceof Decimal) return value.toNumber();
  return typeof value === 'bigint' ? Number(value) : scalarKey(value);
}
