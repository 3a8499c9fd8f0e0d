/** A parsed XML element: names without prefixes, text with entities resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  /** All text directly within the element; undefined when there is none. */
  readonly text: string | undefined;
}

/** XML that can't be read. */
export class XmlError extends Error {
  /** Where in the text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const MAX_DEPTH = 64;
const NAME = /[^\s/>=<]+/y;
const ATTRIBUTE = /\s*([^\s/>=<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Parses the element that begins at `start`. DTDs are not read, so no entity grows. Throws XmlError. */
export function parseXmlElement(text: string, start = 0): XmlElement {
  return new XmlParser(text, start).element(0);
}

class XmlParser {
  private readonly text: string;
  private at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  element(depth: number): XmlElement {
    if (depth > MAX_DEPTH) this.fail('Elements are nested too deeply');
    if (this.text[this.at] !== '<') this.fail('An element expected');
    this.at++;
    const name = this.match(NAME)?.[0];
    if (name === undefined) this.fail("An element's name expected");
    const attributes = this.attributes();
    if (this.text.startsWith('/>', this.at)) {
      this.at += 2;
      return { name: localName(name), attributes, children: [], text: undefined };
    }
    if (this.text[this.at] !== '>') this.fail(`The tag of ${name} is not closed`);
    this.at++;
    return { name: localName(name), attributes, ...this.content(name, depth) };
  }

  private attributes(): { [name: string]: string } {
    const attributes: { [name: string]: string } = {};
    for (let found = this.match(ATTRIBUTE); found !== null; found = this.match(ATTRIBUTE)) {
      const [, name, double, single] = found;
      if (name !== '__proto__') attributes[name] = unescaped(double ?? single);
    }
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    return attributes;
  }

  private content(name: string, depth: number): Pick<XmlElement, 'children' | 'text'> {
    const children: XmlElement[] = [];
    let text: string | undefined;
    for (;;) {
      const tag = this.text.indexOf('<', this.at);
      if (tag < 0) this.fail(`${name} is not closed`);
      const piece = unescaped(this.text.slice(this.at, tag));
      if (piece !== '') text = (text ?? '') + piece;
      this.at = tag;
      if (this.text.startsWith('</', tag)) {
        this.at = this.text.indexOf('>', tag) + 1;
        if (this.at === 0 || this.text.slice(tag + 2, this.at - 1).trim() !== name) this.fail(`${name} is not closed`);
        return { children, text: children.length > 0 && text?.trim() === '' ? undefined : text };
      }
      if (this.text.startsWith('<![CDATA[', tag)) text = (text ?? '') + this.through(']]>').slice(9, -3);
      else if (this.text.startsWith('<!--', tag)) this.through('-->');
      else if (this.text.startsWith('<?', tag)) this.through('?>');
      else children.push(this.element(depth + 1));
    }
  }

  private through(end: string): string {
    const { at } = this;
    const close = this.text.indexOf(end, at);
    if (close < 0) this.fail(`${end} expected`);
    this.at = close + end.length;
    return this.text.slice(at, this.at);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  private fail(message: string): never {
    throw new XmlError(message, this.at);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
