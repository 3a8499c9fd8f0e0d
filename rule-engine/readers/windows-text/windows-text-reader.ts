import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { messageFields } from './message-fields.ts';

const MAX_EVENT_CHARACTERS = 4 * 1024 * 1024;
/** The first line of an event: its local time. */
const TIME_LINE = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d)(?:\.(\d+))?(?: ?([AP]M))?\s*$/;
const NAME_VALUE = /^(\w+)=(.*)$/;

/**
 * Windows events as Splunk's WinEventLog input writes them: a line with the time, `Name=value` lines, and at last the
 * rendered message, which goes on to the next event. The time has no zone and is taken for UTC.
 */
export const windowsTextReader: Reader = {
  format: 'windows-event-text',
  title: 'Windows event text (Splunk WinEventLog)',
  evidence: 'it has a line with a time followed by LogName= and EventCode= lines',
  detect: (head: InputHead) => {
    const lines = headText(head.bytes).split(/\r?\n/, 12);
    const time = lines.findIndex((line) => TIME_LINE.test(line));
    const named = lines.some((line) => /^LogName=/.test(line)) && lines.some((line) => /^EventCode=/.test(line));
    return named ? (time >= 0 ? 0.95 : 0.8) : 0;
  },
  read: readEvents,
};

async function* readEvents(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const events = new TextEvents(context);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of utf8Chunks(chunks)) {
    if (context.signal.aborted) return;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* events.line(line.replace(/\r$/, ''));
    if (rest.length > MAX_EVENT_CHARACTERS) {
      events.leaveOut(rest);
      rest = '';
    }
  }
  yield* events.line(rest + decoder.decode());
  yield* events.end();
}

/** Collects an event's lines. */
class TextEvents {
  private readonly context: ReaderContext;
  private readonly lines: string[] = [];
  private characters = 0;
  private number = 0;
  private first = 1;

  constructor(context: ReaderContext) {
    this.context = context;
  }

  *line(text: string): Generator<LogRecord> {
    this.number++;
    if (TIME_LINE.test(text) || (/^LogName=/.test(text) && this.lines.some((line) => /^LogName=/.test(line)))) {
      yield* this.end();
      this.first = this.number;
    }
    this.characters += text.length;
    if (this.characters <= MAX_EVENT_CHARACTERS) this.lines.push(text);
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
    if (characters > MAX_EVENT_CHARACTERS) {
      this.context.error({ line: this.first, message: 'An event is longer than 4 MiB: the rest of it is left out' });
    }
    const record = eventRecord(lines, this.first);
    if (record !== undefined) this.context.assume?.('The time of an event has no time zone: it was taken for UTC');
    if (record === undefined) this.context.error({ line: this.first, message: 'An event has no EventCode' });
    else yield record;
  }
}

function eventRecord(lines: readonly string[], line: number): LogRecord | undefined {
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
