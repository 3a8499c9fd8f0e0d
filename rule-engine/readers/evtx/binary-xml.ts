import type { FieldValue } from '../reader.ts';
import { BinaryXmlCursor } from './binary-xml-cursor.ts';
import { BINARY_XML_VALUE, binaryXmlValue } from './binary-xml-value.ts';

/** A piece of an element's or attribute's content. */
export type Content = string | Substitution | ElementNode | Fragment;

/** Stands for a value of the template instance. */
export interface Substitution {
  readonly kind: 'substitution';
  readonly index: number;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly content: readonly Content[] }[];
  readonly content: readonly Content[];
}

/** Elements, and the values that their substitutions stand for. */
export interface Fragment {
  readonly kind: 'fragment';
  readonly content: readonly Content[];
  readonly values: readonly InstanceValue[];
}

export type InstanceValue = FieldValue | Fragment;

const MAX_DEPTH = 32;
const MAX_VALUES = 8192;

/**
 * Reads the BinXML of one chunk: templates are parsed once a chunk and shared by the records that use them. Follows
 * libyal's specification of the Windows XML event log (EVTX) format. Throws RangeError or BinaryXmlError on damage.
 */
export class BinaryXmlReader {
  private readonly view: DataView;
  private readonly names = new Map<number, string>();
  private readonly templates = new Map<number, readonly Content[]>();

  constructor(view: DataView) {
    this.view = view;
  }

  /** The fragment in `[start, end)` of the chunk. */
  fragment(start: number, end: number, depth = 0): Fragment {
    if (depth > MAX_DEPTH) throw new BinaryXmlError('BinXML is nested too deeply');
    const cursor = new BinaryXmlCursor(this.view, start, end, this.names);
    const content = this.content(cursor, depth, false);
    const [only] = content;
    return content.length === 1 && isFragment(only) ? only : { kind: 'fragment', content, values: [] };
  }

  /** Content up to the end of the element, of the fragment or of the bytes. */
  private content(cursor: BinaryXmlCursor, depth: number, inTemplate: boolean): Content[] {
    if (depth > MAX_DEPTH) throw new BinaryXmlError('Elements are nested too deeply');
    const content: Content[] = [];
    while (cursor.at < cursor.end) {
      const token = cursor.byte();
      if (token === 0x00 || token === 0x04) break;
      if (token === 0x0f) cursor.skip(3);
      else if (token === 0x0c) content.push(this.instance(cursor, depth + 1));
      else if ((token & 0xbf) === 0x01) content.push(this.element(cursor, token, depth, inTemplate));
      else if (token === 0x0a) cursor.name();
      else if (token === 0x0b) cursor.text();
      else content.push(this.textOrSubstitution(cursor, token));
    }
    return content;
  }

  private textOrSubstitution(cursor: BinaryXmlCursor, token: number): string | Substitution {
    switch (token & 0xbf) {
      case 0x05:
        return this.valueText(cursor);
      case 0x07:
        return cursor.text();
      case 0x08:
        return String.fromCharCode(cursor.uint16());
      case 0x09:
        return entityText(cursor.name());
      case 0x0d:
      case 0x0e: {
        const index = cursor.uint16();
        cursor.skip(1);
        return { kind: 'substitution', index };
      }
      default:
        throw new BinaryXmlError(`Unknown BinXML token 0x${token.toString(16)} at ${cursor.at - 1} of the chunk`);
    }
  }

  private valueText(cursor: BinaryXmlCursor): string {
    const type = cursor.byte();
    if (type !== 1) throw new BinaryXmlError(`A text has the type ${type}`);
    return cursor.text();
  }

  /** The dependency id before an element's size is there only within templates. */
  private element(cursor: BinaryXmlCursor, token: number, depth: number, inTemplate: boolean): ElementNode {
    if (inTemplate) cursor.skip(2);
    cursor.skip(4);
    const name = cursor.name();
    const attributes = (token & 0x40) === 0 ? [] : this.attributes(cursor);
    const close = cursor.byte();
    if (close === 0x03) return { kind: 'element', name, attributes, content: [] };
    if (close !== 0x02)
      throw new BinaryXmlError(`Token 0x${close.toString(16)} where the element ${name} should begin`);
    return { kind: 'element', name, attributes, content: this.content(cursor, depth + 1, inTemplate) };
  }

  private attributes(cursor: BinaryXmlCursor): ElementNode['attributes'] {
    const attributes: { name: string; content: Content[] }[] = [];
    cursor.skip(4);
    while ((cursor.peek() & 0xbf) === 0x06) {
      cursor.skip(1);
      const name = cursor.name();
      const content: Content[] = [];
      while (isTextToken(cursor.peek())) content.push(this.textOrSubstitution(cursor, cursor.byte()));
      attributes.push({ name, content });
    }
    return attributes;
  }

  private instance(cursor: BinaryXmlCursor, depth: number): Fragment {
    cursor.skip(5);
    const definition = cursor.uint32();
    if (definition === cursor.at) {
      cursor.skip(20);
      cursor.skip(cursor.uint32());
    }
    const content = this.template(definition, depth);
    const count = cursor.uint32();
    if (count > MAX_VALUES) throw new BinaryXmlError(`A template instance states ${count} values`);
    const { at: descriptors } = cursor;
    cursor.skip(count * 4);
    const values: InstanceValue[] = new Array(count);
    for (let index = 0; index < count; index++) {
      const size = this.view.getUint16(descriptors + index * 4, true);
      const type = this.view.getUint8(descriptors + index * 4 + 2);
      const { at } = cursor;
      cursor.skip(size);
      values[index] =
        type === BINARY_XML_VALUE ? this.fragment(at, at + size, depth + 1) : binaryXmlValue(this.view, at, size, type);
    }
    return { kind: 'fragment', content, values };
  }

  private template(offset: number, depth: number): readonly Content[] {
    const known = this.templates.get(offset);
    if (known !== undefined) return known;
    const size = this.view.getUint32(offset + 20, true);
    const start = offset + 24;
    if (start + size > this.view.byteLength) throw new BinaryXmlError('A template runs over the end of the chunk');
    const content = this.content(new BinaryXmlCursor(this.view, start, start + size, this.names), depth, true);
    this.templates.set(offset, content);
    return content;
  }
}

/** BinXML that breaks the specification. */
export class BinaryXmlError extends Error {}

export function isFragment(content: Content | InstanceValue | undefined): content is Fragment {
  return typeof content === 'object' && content !== null && 'kind' in content && content.kind === 'fragment';
}

function isTextToken(token: number): boolean {
  const kind = token & 0xbf;
  return kind === 0x05 || kind === 0x07 || kind === 0x08 || kind === 0x09 || kind === 0x0d || kind === 0x0e;
}

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entityText(name: string): string {
  return ENTITIES[name] ?? `&${name};`;
}
