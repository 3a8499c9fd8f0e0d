import type { FieldValue, LogRecord, ReaderContext } from '../reader.ts';
import { messageFields } from './message-fields.ts';

/** Of an event so much is kept. */
export const MAX_TEXT_EVENT_CHARACTERS = 4 * 1024 * 1024;
/** The first line of an event: its local time. */
const TIME_LINE = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d)(?:\.(\d+))?(?: ?([AP]M))?\s*$/;
const NAME_VALUE = /^(\w+)=(.*)$/;

/** Whether an event begins with a line: its time, or its log where that is left out. */
export function beginsTextEvent(line: string): boolean {
  return isTimeLine(line) || /^LogName=/.test(line);
}

export function isTimeLine(line: string): boolean {
  return TIME_LINE.test(line);
}

/** Collects the lines of an event as Splunk's WinEventLog input writes it. */
export class TextEvents {
  private readonly context: ReaderContext;
  private readonly lines: string[] = [];
  private characters = 0;
  private first = 1;

  constructor(context: ReaderContext) {
    this.context = context;
  }

  /** True when lines of an event have come. */
  get isOpen(): boolean {
    return this.lines.length > 0;
  }

  *line(text: string, number: number): Generator<LogRecord> {
    if (TIME_LINE.test(text) || (/^LogName=/.test(text) && this.lines.some((line) => /^LogName=/.test(line)))) {
      yield* this.end();
      this.first = number;
    }
    this.characters += text.length;
    if (this.characters <= MAX_TEXT_EVENT_CHARACTERS) this.lines.push(text);
  }

  /** Takes a part of a line that is too long to be kept. */
  leaveOut(text: string): void {
    this.characters += text.length;
  }

  *end(): Generator<LogRecord> {
    const lines = this.lines.splice(0);
    const { characters } = this;
    this.characters = 0;
    if (lines.every((line) => line.trim() === '')) return;
    if (characters > MAX_TEXT_EVENT_CHARACTERS) {
      this.context.error({ line: this.first, message: 'An event is longer than 4 MiB: the rest of it is left out' });
    }
    const record = eventRecord(lines, this.first);
    if (record !== undefined) this.context.assume?.('The time of an event has no time zone: it was taken for UTC');
    if (record === undefined) this.context.error({ line: this.first, message: 'An event has no EventCode' });
    else yield record;
  }
}

/** The fields of an event that stands in a text of its own, and at a time if that is known; undefined for other texts. */
export function windowsTextEvent(text: string, time: string | undefined): LogRecord['fields'] | undefined {
  if (!/^LogName=/m.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  return beginsTextEvent(lines[0]) ? eventRecord(lines, 0, time)?.fields : undefined;
}

function eventRecord(lines: readonly string[], line: number, known?: string): LogRecord | undefined {
  const values: { [name: string]: string } = {};
  let time: string | undefined;
  let message = '';
  for (const [index, text] of lines.entries()) {
    const [, name, value] = NAME_VALUE.exec(text) ?? [];
    if (name === 'Message') {
      message = [value, ...lines.slice(index + 1)].join('\n');
      break;
    }
    if (name !== undefined && name !== '__proto__') values[name] = value;
    else if (TIME_LINE.test(text)) time = isoTime(text);
  }
  return textEventRecord(values, known ?? time, message, line);
}

/**
 * The event of its parts, named as Splunk does, its time and its rendered message, which has the event's own fields.
 * Undefined where no part is its number.
 */
export function textEventRecord(
  values: { readonly [name: string]: string },
  time: string | undefined,
  message: string,
  line: number,
): LogRecord | undefined {
  if (values.EventCode === undefined) return undefined;
  const { LogName, SourceName, EventCode, ComputerName, RecordNumber, Keywords, TaskCategory, OpCode, Type, Sid } =
    values;
  const isSecurity = LogName === 'Security';
  const system: { [name: string]: FieldValue } = {
    Provider: { '#attributes': { Name: providerOf(LogName, SourceName) } },
    EventID: Number(EventCode),
    Level: Type ?? null,
    Task: TaskCategory ?? null,
    Opcode: OpCode ?? null,
    Keywords: Keywords ?? null,
    TimeCreated: { '#attributes': { SystemTime: time ?? null } },
    EventRecordID: RecordNumber ?? null,
    Channel: LogName ?? null,
    Computer: ComputerName ?? null,
    Security: { '#attributes': { UserID: Sid ?? null } },
  };
  const data = messageFields(message, isSecurity);
  return {
    fields: { Event: { System: system, EventData: data, RenderingInfo: { Message: message.trimEnd() } } },
    line,
  };
}

/** Splunk writes the provider's display name. */
function providerOf(channel: string | undefined, source: string | undefined): string | null {
  if (channel === 'Security') return 'Microsoft-Windows-Security-Auditing';
  return source ?? null;
}

function isoTime(text: string): string | undefined {
  const match = TIME_LINE.exec(text);
  if (match === null) return undefined;
  const [, month, day, year, hour, minute, second, fraction = '', half] = match;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const two = (value: string | number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}${fraction === '' ? '' : `.${fraction}`}Z`;
}
