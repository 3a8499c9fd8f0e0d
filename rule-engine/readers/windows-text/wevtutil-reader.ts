import { LineRecords, recordsOfLines } from '../line-records.ts';
import type { InputHead, Reader } from '../reader.ts';
import { headText } from '../text-input.ts';
import { textEventRecord } from './text-events.ts';

const FIRST_LINE = /^Event\[\d+\]:?\s*$/;
const NAMED_LINE = /^ {2}(\w+(?: \w+)?):(?: (.*))?$/;
const MAX_MESSAGE_CHARACTERS = 4 * 1024 * 1024;

/** Splunk's names of what wevtutil says of an event. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Log Name', 'LogName'],
  ['Source', 'SourceName'],
  ['Event ID', 'EventCode'],
  ['Task', 'TaskCategory'],
  ['Level', 'Type'],
  ['Opcode', 'OpCode'],
  ['Keyword', 'Keywords'],
  ['User', 'Sid'],
  ['Computer', 'ComputerName'],
]);

/**
 * Windows events as `wevtutil qe … /f:text` prints them: a line that numbers the event, named lines, and at last the rendered
 * message, which goes on to the next event.
 * @see https://learn.microsoft.com/windows-server/administration/windows-commands/wevtutil
 */
export const wevtutilReader: Reader = {
  format: 'wevtutil-text',
  title: 'Windows event text (wevtutil)',
  evidence: 'its events begin with Event[0]: and Log Name:',
  detect: (head: InputHead) => {
    const [first = '', second = ''] = headText(head.bytes).trimStart().split(/\r?\n/, 2);
    return FIRST_LINE.test(first) && second.startsWith('  Log Name:') ? 0.95 : 0;
  },
  read: (chunks, context) => recordsOfLines(chunks, context, new PrintedEvents(context)),
};

interface PrintedEvent {
  readonly line: number;
  readonly values: { [name: string]: string };
  time: string | undefined;
  /** Undefined until the message begins. */
  message: string | undefined;
}

class PrintedEvents extends LineRecords {
  private open: PrintedEvent | undefined;

  override line(text: string, line: number): void {
    if (FIRST_LINE.test(text)) {
      this.end();
      this.open = { line, values: {}, time: undefined, message: undefined };
    } else if (this.open !== undefined) this.add(this.open, text.replace(/\r$/, ''), line);
    else if (text.trim() !== '') this.context.error({ line, message: 'The line belongs to no event: it was left out' });
  }

  override end(): void {
    if (this.open === undefined) return;
    const { values, time, message = '', line } = this.open;
    this.open = undefined;
    const record = textEventRecord(values, time, message, line);
    if (record === undefined) {
      this.context.error({ line, message: 'An event has no Event ID: it was left out' });
      return;
    }
    if (time !== undefined && !/(Z|[+-]\d\d:?\d\d)$/.test(time)) {
      this.context.assume?.('The time of an event has no time zone: it was taken for UTC');
    }
    this.records.push(record);
  }

  private add(event: PrintedEvent, text: string, line: number): void {
    if (event.message !== undefined) {
      if (event.message.length > MAX_MESSAGE_CHARACTERS) {
        this.context.error({ line, message: 'The message of an event is longer than 4 MiB: the line was left out' });
      } else event.message += event.message === '' ? text : `\n${text}`;
      return;
    }
    const [, name, value = ''] = NAMED_LINE.exec(text) ?? [];
    if (name === 'Description') event.message = value.trim();
    else if (name === 'Date') event.time = value.trim();
    else if (name !== undefined && value !== 'N/A') event.values[NAMES.get(name) ?? name] = value.trim();
  }
}
