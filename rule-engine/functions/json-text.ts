import type { DynamicValue } from '../schema/value.ts';

/** How deep arrays and bags may nest; deeper text is no JSON to Kusto either. */
const MAXIMUM_DEPTH = 500;

/**
 * Reads JSON as a dynamic value: integers are longs in all their digits (reals beyond 64 bits), the last of two equal
 * keys wins. Undefined when the text is no JSON.
 */
export function parseJson(text: string): DynamicValue | undefined {
  const reader = new JsonReader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof MalformedJson) return undefined;
    throw error;
  }
}

class MalformedJson extends Error {}

const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): DynamicValue {
    const value = this.value();
    this.space();
    if (this.at !== this.text.length) throw new MalformedJson();
    return value;
  }

  private value(): DynamicValue {
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.bag());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private nested(read: () => DynamicValue): DynamicValue {
    if (++this.depth > MAXIMUM_DEPTH) throw new MalformedJson();
    const value = read();
    this.depth--;
    return value;
  }

  private bag(): DynamicValue {
    const bag = new Map<string, DynamicValue>();
    this.at++;
    this.space();
    if (this.text[this.at] === '}') {
      this.at++;
      return bag;
    }
    for (;;) {
      this.space();
      const key = this.string();
      this.space();
      this.expect(':');
      bag.set(key, this.value());
      this.space();
      if (this.text[this.at] === '}') break;
      this.expect(',');
    }
    this.at++;
    return bag;
  }

  private array(): DynamicValue {
    const items: DynamicValue[] = [];
    this.at++;
    this.space();
    if (this.text[this.at] === ']') {
      this.at++;
      return items;
    }
    for (;;) {
      items.push(this.value());
      this.space();
      if (this.text[this.at] === ']') break;
      this.expect(',');
    }
    this.at++;
    return items;
  }

  private string(): string {
    this.expect('"');
    let value = '';
    let from = this.at;
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) throw new MalformedJson();
      if (char === '"') {
        value += this.text.slice(from, this.at++);
        return value;
      }
      if (char === '\\') {
        value += this.text.slice(from, this.at) + this.escape();
        from = this.at;
      } else this.at++;
    }
  }

  private escape(): string {
    const kind = this.text[this.at + 1];
    this.at += 2;
    if (kind === '"' || kind === '\\' || kind === '/') return kind;
    if (kind === 'u') {
      const digits = this.text.slice(this.at, this.at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new MalformedJson();
      this.at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const char = ESCAPES[kind ?? ''];
    if (char === undefined) throw new MalformedJson();
    return char;
  }

  private number(): number | bigint {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (match === null) throw new MalformedJson();
    this.at += match[0].length;
    if (match[1] !== undefined || match[2] !== undefined) return Number(match[0]);
    const integer = BigInt(match[0]);
    return BigInt.asIntN(64, integer) === integer ? integer : Number(match[0]);
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw new MalformedJson();
    this.at += word.length;
    return value;
  }

  private expect(char: string): void {
    if (this.text[this.at] !== char) throw new MalformedJson();
    this.at++;
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }
}
