import type { FieldValue, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { clixmlValue } from './clixml-value.ts';
import { parseXmlElement, XmlError } from './xml-element.ts';

const MAX_OBJECT_CHARACTERS = 16 * 1024 * 1024;
const MARK = '#< CLIXML';
const ROOT = /^\s*(?:#< CLIXML\s*)?(?:<\?xml[^>]*\?>\s*)?<Objs\b[^>]*schemas\.microsoft\.com\/powershell\/2004\/04/;
/** The tag that begins or ends an object; one that is empty does both. */
const OBJECT_TAG = /<Obj(?=[\s/>])[^<>]*>|<\/Obj>/g;
const LONGEST_TAG = 4096;

/**
 * Objects as PowerShell's Export-Clixml writes them, such as the events of Get-WinEvent: a record each, its members are fields.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/export-clixml
 * @see https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/SerializationStrings.cs
 */
export const clixmlReader: Reader = {
  format: 'clixml',
  title: 'PowerShell objects (CLIXML)',
  evidence: 'its root is the <Objs> of Export-Clixml',
  detect: ({ bytes }) => (ROOT.test(headText(bytes)) ? 0.98 : 0),
  read: readObjects,
};

async function* readObjects(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const objects = new ObjectFramer(context);
  const decoder = new TextDecoder();
  for await (const chunk of utf8Chunks(chunks, context)) {
    if (context.signal.aborted) return;
    yield* objects.push(decoder.decode(chunk, { stream: true }));
  }
  yield* objects.push(decoder.decode());
  objects.end();
}

/** Finds the text of each object that lies in no other, in pieces of the whole. */
class ObjectFramer {
  private readonly context: ReaderContext;
  private waiting = '';
  private line = 1;
  /** Up to where the tags of what waits were counted. */
  private searched = 0;
  private depth = 0;
  /** True while an object is passed over that is too long. */
  private isLeftOut = false;

  constructor(context: ReaderContext) {
    this.context = context;
  }

  *push(text: string): Generator<LogRecord> {
    this.waiting += text;
    let start = 0;
    OBJECT_TAG.lastIndex = this.searched;
    for (let tag = OBJECT_TAG.exec(this.waiting); tag !== null; tag = OBJECT_TAG.exec(this.waiting)) {
      const end = OBJECT_TAG.lastIndex;
      this.searched = end;
      if (this.depth === 0) {
        this.passOver(start, tag.index);
        start = tag.index;
      }
      if (tag[0] === '</Obj>') this.depth = Math.max(0, this.depth - 1);
      else if (!tag[0].endsWith('/>')) this.depth++;
      if (this.depth > 0) continue;
      const record = this.isLeftOut ? undefined : this.object(start, end);
      this.isLeftOut = false;
      this.countLines(start, end);
      start = end;
      if (record !== undefined) yield record;
    }
    this.searched += searchedPart(this.waiting.slice(this.searched));
    this.drop(start);
  }

  end(): void {
    if (this.depth > 0) this.report('The input ends within an object: it was left out');
    else this.passOver(0, this.waiting.length);
  }

  private object(start: number, end: number): LogRecord | undefined {
    try {
      const value = clixmlValue(parseXmlElement(this.waiting.slice(start, end)), new Map());
      return { fields: isFields(value) ? value : { Value: value }, line: this.line };
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      this.report(`An object can't be read: ${error.message}`);
      return undefined;
    }
  }

  /** Keeps what may be of an object that goes on, or of a tag that does. */
  private drop(start: number): void {
    this.waiting = this.waiting.slice(start);
    this.searched = Math.max(0, this.searched - start);
    if (this.depth > 0 && (this.isLeftOut || this.waiting.length > MAX_OBJECT_CHARACTERS)) {
      if (!this.isLeftOut) this.report('An object is longer than 16 MiB: it was left out');
      this.isLeftOut = true;
      this.keepLast();
    } else if (this.depth === 0 && this.waiting.length > MAX_OBJECT_CHARACTERS) {
      this.report('There is no object in 16 MiB of text: they were left out');
      this.keepLast();
    }
  }

  private keepLast(): void {
    const from = Math.max(this.searched, this.waiting.length - LONGEST_TAG);
    this.countLines(0, from);
    this.waiting = this.waiting.slice(from);
    this.searched = 0;
  }

  /** Values that are no objects have no fields: they are told. */
  private passOver(from: number, to: number): void {
    const text = this.waiting.slice(from, to).replace(MARK, '');
    const said = text.replace(/<[^<>]*>/g, ' ').trim();
    if (said !== '') this.report(`A value is no object, it was passed over: ${said.slice(0, 80)}`);
    this.countLines(from, to);
  }

  private countLines(from: number, to: number): void {
    this.line += this.waiting.slice(from, to).split('\n').length - 1;
  }

  private report(message: string): void {
    this.context.error({ line: this.line, message });
  }
}

/** How much of a text no tag that goes on can begin in. */
function searchedPart(text: string): number {
  const open = text.lastIndexOf('<');
  return open < 0 || text.includes('>', open) ? text.length : open;
}

function isFields(value: FieldValue): value is LogRecord['fields'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
