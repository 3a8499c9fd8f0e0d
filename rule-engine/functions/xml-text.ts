import type { DynamicValue } from '../schema/value.ts';

/**
 * Reads an XML document as a bag, the way that Kusto's `parse_xml` does: attributes are `@name`, text beside them is
 * `#text`, an element of text alone is that text, an empty one is null, elements of one name are an array. Undefined when
 * the text is no XML.
 * @see https://learn.microsoft.com/kusto/query/parse-xml-function
 */
export function parseXml(text: string): DynamicValue | undefined {
  const reader = new XmlReader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof MalformedXml) return undefined;
    throw error;
  }
}

class MalformedXml extends Error {}

const MAXIMUM_DEPTH = 500;
const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const IGNORED = /\s+|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>|<\?(?!xml\s)[\s\S]*?\?>/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

class XmlReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text.replace(/^\ufeff/, '');
  }

  document(): DynamicValue {
    const document = new Map<string, DynamicValue>();
    this.skipIgnored();
    if (this.text.startsWith('<?xml', this.at)) {
      this.at += 5;
      document.set('?xml', this.attributes());
      if (!/^\s*\?>/.test(this.text.slice(this.at, this.at + 100))) throw new MalformedXml();
      this.at = this.text.indexOf('?>', this.at) + 2;
    }
    this.skipIgnored();
    const { name, value } = this.element(0);
    document.set(name, value);
    this.skipIgnored();
    if (this.at !== this.text.length) throw new MalformedXml();
    return document;
  }

  private skipIgnored(): void {
    while (this.match(IGNORED) !== undefined);
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null || found[0] === '') return undefined;
    this.at += found[0].length;
    return found;
  }

  private expect(literal: string): void {
    if (!this.text.startsWith(literal, this.at)) throw new MalformedXml();
    this.at += literal.length;
  }

  private attributes(): Map<string, DynamicValue> {
    const attributes = new Map<string, DynamicValue>();
    for (let found = this.match(ATTRIBUTE); found !== undefined; found = this.match(ATTRIBUTE)) {
      attributes.set(`@${found[1]}`, decoded(found[2] ?? found[3]));
    }
    return attributes;
  }

  private element(depth: number): { readonly name: string; readonly value: DynamicValue } {
    if (depth > MAXIMUM_DEPTH) throw new MalformedXml();
    this.expect('<');
    const name = this.match(NAME)?.[0];
    if (name === undefined) throw new MalformedXml();
    const members = this.attributes();
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    if (this.text.startsWith('/>', this.at)) {
      this.at += 2;
      return { name, value: members.size === 0 ? null : members };
    }
    this.expect('>');
    const text = this.content(members, depth);
    this.expect(name);
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    this.expect('>');
    if (members.size === 0) return { name, value: text === '' ? null : text };
    if (text !== '') members.set('#text', text);
    return { name, value: members };
  }

  /** Reads up to and with the `</` of the end tag; gives the text, children go to `members`. */
  private content(members: Map<string, DynamicValue>, depth: number): string {
    let text = '';
    for (;;) {
      const next = this.text.indexOf('<', this.at);
      if (next < 0) throw new MalformedXml();
      text += decoded(this.text.slice(this.at, next));
      this.at = next;
      if (this.text.startsWith('</', this.at)) {
        this.at += 2;
        return text.trim() === '' ? '' : text;
      }
      if (this.text.startsWith('<![CDATA[', this.at)) text += this.characterData();
      else if (/^<[!?]/.test(this.text.slice(this.at, this.at + 2))) {
        if (this.match(IGNORED) === undefined) throw new MalformedXml();
      } else addMember(members, this.element(depth + 1));
    }
  }

  private characterData(): string {
    const end = this.text.indexOf(']]>', this.at);
    if (end < 0) throw new MalformedXml();
    const data = this.text.slice(this.at + 9, end);
    this.at = end + 3;
    return data;
  }
}

function addMember(members: Map<string, DynamicValue>, { name, value }: { name: string; value: DynamicValue }): void {
  const present = members.get(name);
  if (present === undefined) members.set(name, value);
  else members.set(name, Array.isArray(present) ? [...present, value] : [present, value]);
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hexadecimal, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const codePoint = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
