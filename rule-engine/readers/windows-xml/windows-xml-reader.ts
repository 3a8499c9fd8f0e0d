import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { syslogRecord } from '../syslog/syslog-columns.ts';
import { syslogLine } from '../syslog/syslog-line.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { beginsTextEvent, MAX_TEXT_EVENT_CHARACTERS, TextEvents } from '../windows-text/text-events.ts';
import { addElement } from './event-element.ts';
import { parseXmlElement, type XmlElement, XmlError } from './xml-element.ts';

const MAX_EVENT_CHARACTERS = 16 * 1024 * 1024;
const EVENT = /<Event(?=[\s>])/g;
const EVENT_START = '<Event';
/** Of a line without an event so much is kept, to see what it is once it ends. */
const LONGEST_LINE = 4096;
const EVENT_END = '</Event>';
const DEFINITIONS = /<Event\b[^>]*>\s*<System\b/;
/** The first event stands in a cell of a CSV file. */
const IN_CELL = /^[^<]*[",]<Event\b/;

/** Windows events as XML: one a line, pretty-printed, within <Events> or not; some among them may be text. */
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
  read: (chunks, context) => readEvents(chunks, context, messageOfSyslog(new Date())),
};

function isEventXml(head: InputHead): boolean {
  const text = headText(head.bytes);
  return !/^\s*[[{]/.test(text) && DEFINITIONS.test(text) && !IN_CELL.test(text);
}

function isLinux(head: InputHead): boolean {
  return /Linux-Sysmon/.test(headText(head.bytes));
}

/** A line between events as a record, where it is one of its own. */
type OtherLine = (text: string, line: number) => LogRecord | undefined;

/** What other processes wrote to the same log goes to the table Syslog. */
function messageOfSyslog(now: Date): OtherLine {
  return (text, line) => {
    const parsed = syslogLine(text, now);
    return parsed && syslogRecord(parsed, parsed.message, line);
  };
}

async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
  context: ReaderContext,
  otherLine: OtherLine = () => undefined,
): AsyncGenerator<LogRecord> {
  const events = new EventFramer(context, otherLine);
  const decoder = new TextDecoder();
  for await (const chunk of utf8Chunks(chunks)) {
    if (context.signal.aborted) return;
    yield* events.push(decoder.decode(chunk, { stream: true }));
  }
  yield* events.push(decoder.decode());
  yield* events.end();
}

/** Finds each event's text in pieces of the whole. */
class EventFramer {
  private readonly context: ReaderContext;
  private readonly otherLine: OtherLine;
  private readonly textEvents: TextEvents;
  private waiting = '';
  private line = 1;
  /** Up to where no end of an event lies in what waits. */
  private searched = 0;
  /** True when what waits goes on with a line of which a part was read or passed over. */
  private isWithinLine = false;

  constructor(context: ReaderContext, otherLine: OtherLine) {
    this.context = context;
    this.otherLine = otherLine;
    this.textEvents = new TextEvents(context);
  }

  *push(text: string): Generator<LogRecord> {
    this.waiting += text;
    let done = 0;
    for (;;) {
      const start = nextEvent(this.waiting, done);
      if (start < 0) {
        yield* this.passOver(done, this.startOfKept(done));
        return;
      }
      yield* this.passOver(done, start, false);
      yield* this.textEvents.end();
      const end = this.waiting.indexOf(EVENT_END, Math.max(start, this.searched));
      if (end < 0) {
        this.drop(start);
        this.searched = Math.max(0, this.waiting.length - EVENT_END.length);
        if (this.waiting.length > MAX_EVENT_CHARACTERS) this.giveUp();
        return;
      }
      this.searched = 0;
      done = end + EVENT_END.length;
      const event = this.event(start, done);
      if (event !== undefined) yield event;
      this.isWithinLine = true;
    }
  }

  *end(): Generator<LogRecord> {
    const start = this.unclosed(0, this.waiting.length);
    if (start >= 0) this.context.error({ line: this.line, message: 'The input ends within an event' });
    else yield* this.passOver(0, this.waiting.length);
    yield* this.textEvents.end();
  }

  /** Reads the event of a text, or the last one when others begin in it and are not closed. */
  private event(start: number, end: number): LogRecord | undefined {
    const record = this.parsed(start, end);
    if (!(record instanceof XmlError)) return this.after(record, start, end);
    const last = this.unclosed(start, end);
    const again = last === start ? record : this.parsed(last, end);
    if (!(again instanceof XmlError)) return this.after(again, last, end);
    this.context.error({ line: this.line, message: `An event can't be read: ${again.message}` });
    return this.after(undefined, last, end);
  }

  private parsed(start: number, end: number): LogRecord | XmlError {
    try {
      const fields: { [name: string]: FieldValue } = {};
      put(parseXmlElement(this.waiting.slice(start, end)), fields);
      return { fields, line: this.line };
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      return error;
    }
  }

  private after(record: LogRecord | undefined, start: number, end: number): LogRecord | undefined {
    this.line += lineEnds(this.waiting, start, end);
    return record;
  }

  /** Reports the events that begin in a part of the text but for the last one; gives where that begins, -1 without any. */
  private unclosed(from: number, to: number): number {
    let last = -1;
    for (
      let start = nextEvent(this.waiting, from);
      start >= 0 && start < to;
      start = nextEvent(this.waiting, start + 1)
    ) {
      if (last >= 0) {
        this.context.error({ line: this.line, message: 'An event is not closed: it was left out' });
        this.line += lineEnds(this.waiting, last, start);
      }
      last = start;
    }
    return last;
  }

  /**
   * Goes past text that is no XML: its whole lines are events as text, or reported, but for the tags around events.
   * `dropping` is true when the text is dropped rather than the beginning of a line that goes on with an event.
   */
  private *passOver(from: number, to: number, dropping = true): Generator<LogRecord> {
    const lines = this.waiting.slice(from, to).split('\n');
    for (const [at, text] of lines.entries()) {
      const isLast = at === lines.length - 1;
      const isWhole = (isLast ? dropping && text !== '' : true) && !(at === 0 && this.isWithinLine);
      if (isWhole) yield* this.wholeLine(text.replace(/\r$/, ''), this.line + at);
    }
    this.line += lines.length - 1;
    if (lines.length > 1 || to > from) this.isWithinLine = lines[lines.length - 1] !== '';
    if (dropping) this.drop(to);
  }

  private *wholeLine(text: string, line: number): Generator<LogRecord> {
    if (this.textEvents.isOpen || beginsTextEvent(text)) {
      yield* this.textEvents.line(text, line);
      return;
    }
    const other = this.otherLine(text, line);
    if (other !== undefined) yield other;
    else if (saysSomething(text)) {
      this.context.error({ line, message: `The line is no event, it was passed over: ${text.trim().slice(0, 80)}` });
    }
  }

  /** From where on the text is kept when no event begins in it: the line at its end, unless that is long. */
  private startOfKept(done: number): number {
    const { length } = this.waiting;
    const line = Math.max(done, this.waiting.lastIndexOf('\n') + 1);
    if (length - line <= (this.textEvents.isOpen ? MAX_TEXT_EVENT_CHARACTERS : LONGEST_LINE)) return line;
    const tag = this.waiting.indexOf('<', length - EVENT_START.length);
    return tag < 0 ? length : tag;
  }

  private drop(to: number): void {
    this.waiting = this.waiting.slice(to);
    this.searched = 0;
  }

  private giveUp(): void {
    const last = this.unclosed(0, this.waiting.length);
    if (last > 0) {
      const { searched } = this;
      this.drop(last);
      this.searched = Math.max(0, searched - last);
      return;
    }
    this.context.error({ line: this.line, message: 'An event is longer than 16 MiB or is not closed' });
    this.line += lineEnds(this.waiting, 0, this.waiting.length);
    this.drop(this.waiting.length);
    this.isWithinLine = true;
  }
}

/** Whether a line has text besides tags, and besides the number that evtx_dump gives an event. */
function saysSomething(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line.replace(/<[^<>]*>|^Record \d+$/g, ''));
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

function nextEvent(text: string, from: number): number {
  EVENT.lastIndex = from;
  return EVENT.exec(text)?.index ?? -1;
}

function lineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}

function put(element: XmlElement, into: { [name: string]: FieldValue }): void {
  const children: { [name: string]: FieldValue } = {};
  for (const child of element.children) put(child, children);
  addElement(into, element.name, { ...element.attributes }, children, element.text ?? null);
}
