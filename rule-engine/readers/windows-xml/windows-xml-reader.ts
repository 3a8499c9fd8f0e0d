import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { addElement } from './event-element.ts';
import { parseXmlElement, type XmlElement, XmlError } from './xml-element.ts';

const MAX_EVENT_CHARACTERS = 16 * 1024 * 1024;
const EVENT = /<Event(?=[\s>])/g;
const EVENT_START = '<Event';
const EVENT_END = '</Event>';
const DEFINITIONS = /<Event\b[^>]*>\s*<System\b/;
/** The first event stands in a cell of a CSV file. */
const IN_CELL = /^[^<]*[",]<Event\b/;

/** Windows events as XML: one a line, pretty-printed, within <Events> or not; whatever stands between is passed over. */
export const windowsXmlReader: Reader = {
  format: 'windows-event-xml',
  title: 'Windows event XML',
  evidence: 'it has <Event> elements with a <System> part',
  detect: (head) => (isEventXml(head) && !isLinux(head) ? 0.95 : 0),
  read: readEvents,
};

/** The same XML behind the head of a syslog line: Sysmon for Linux. */
export const sysmonLinuxReader: Reader = {
  format: 'sysmon-linux',
  title: 'Sysmon for Linux (syslog)',
  evidence: 'it has <Event> elements of the provider Linux-Sysmon',
  detect: (head) => (isEventXml(head) && isLinux(head) ? 0.97 : 0),
  read: readEvents,
};

function isEventXml(head: InputHead): boolean {
  const text = headText(head.bytes);
  return !/^\s*[[{]/.test(text) && DEFINITIONS.test(text) && !IN_CELL.test(text);
}

function isLinux(head: InputHead): boolean {
  return /Linux-Sysmon/.test(headText(head.bytes));
}

async function* readEvents(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const events = new EventFramer(context);
  const decoder = new TextDecoder();
  for await (const chunk of utf8Chunks(chunks)) {
    if (context.signal.aborted) return;
    yield* events.push(decoder.decode(chunk, { stream: true }));
  }
  yield* events.push(decoder.decode());
  events.end();
}

/** Finds each event's text in pieces of the whole. */
class EventFramer {
  private readonly context: ReaderContext;
  private waiting = '';
  private line = 1;
  /** Up to where no end of an event lies in what waits. */
  private searched = 0;

  constructor(context: ReaderContext) {
    this.context = context;
  }

  *push(text: string): Generator<LogRecord> {
    this.waiting += text;
    let done = 0;
    for (;;) {
      const start = nextEvent(this.waiting, done);
      if (start < 0) {
        this.drop(done, Math.max(done, startOfTail(this.waiting)));
        return;
      }
      const end = this.waiting.indexOf(EVENT_END, Math.max(start, this.searched));
      if (end < 0) {
        this.drop(done, start);
        this.searched = Math.max(0, this.waiting.length - EVENT_END.length);
        if (this.waiting.length > MAX_EVENT_CHARACTERS) this.giveUp();
        return;
      }
      this.searched = 0;
      this.line += lineEnds(this.waiting, done, start);
      const event = this.event(start, end + EVENT_END.length);
      if (event !== undefined) yield event;
      done = end + EVENT_END.length;
      this.line += lineEnds(this.waiting, start, done);
    }
  }

  end(): void {
    if (nextEvent(this.waiting, 0) >= 0)
      this.context.error({ line: this.line, message: 'The input ends within an event' });
  }

  private event(start: number, end: number): LogRecord | undefined {
    try {
      const fields: { [name: string]: FieldValue } = {};
      put(parseXmlElement(this.waiting.slice(start, end)), fields);
      return { fields, line: this.line };
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      this.context.error({ line: this.line, message: `An event can't be read: ${error.message}` });
      return undefined;
    }
  }

  private drop(from: number, to: number): void {
    this.line += lineEnds(this.waiting, from, to);
    this.waiting = this.waiting.slice(to);
    this.searched = 0;
  }

  private giveUp(): void {
    this.context.error({ line: this.line, message: 'An event is longer than 16 MiB or is not closed' });
    this.drop(0, this.waiting.length);
  }
}

/** The fields of an event's XML, as the reader gives them; undefined when it can't be read. */
export function parsedEventXml(text: string): LogRecord['fields'] | undefined {
  try {
    const fields: { [name: string]: FieldValue } = {};
    put(parseXmlElement(text), fields);
    return fields;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return undefined;
  }
}

/** From where on a text may end within what an event begins with. */
function startOfTail(text: string): number {
  const tag = text.indexOf('<', text.length - EVENT_START.length);
  return tag < 0 ? text.length : tag;
}

function nextEvent(text: string, from: number): number {
  EVENT.lastIndex = from;
  return EVENT.exec(text)?.index ?? -1;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function put(element: XmlElement, into: { [name: string]: FieldValue }): void {
  const children: { [name: string]: FieldValue } = {};
  for (const child of element.children) put(child, children);
  addElement(into, element.name, { ...element.attributes }, children, element.text ?? null);
}
