import type { Scalar } from '../schema/value.ts';
import type { Codes } from './codes.ts';
import type { CodedColumn } from './column.ts';
import type { StringDictionary } from './string-dictionary.ts';

/** Parses the text of a dynamic cell; `''` is never given. */
export type ParseDynamic = (text: string) => Scalar;

/**
 * A `dynamic` column kept as distinct JSON texts. A value is parsed when it is asked for: all of them when `distinct`
 * is read, one by one with `get`. Code 0 is null.
 */
export class JsonColumn implements CodedColumn {
  readonly kind = 'coded';
  readonly type = 'dynamic';
  readonly codes: Codes;
  readonly texts: StringDictionary;
  readonly parse: ParseDynamic;
  private parsed: readonly Scalar[] | undefined;

  constructor(codes: Codes, texts: StringDictionary, parse: ParseDynamic) {
    this.codes = codes;
    this.texts = texts;
    this.parse = parse;
  }

  get length(): number {
    return this.codes.length;
  }

  get distinct(): readonly Scalar[] {
    this.parsed ??= Array.from({ length: this.texts.size }, (_, code) => this.value(code));
    return this.parsed;
  }

  get(row: number): Scalar {
    const code = this.codes[row];
    return this.parsed === undefined ? this.value(code) : this.parsed[code];
  }

  private value(code: number): Scalar {
    return code === 0 ? null : this.parse(this.texts.get(code));
  }
}
