import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText } from '../text-input.ts';
import { journalEntry } from './journal-entry.ts';
import { PulledBytes } from './pulled-bytes.ts';

const TEXT_FIELDS = String.raw`^\n*(?:[A-Z_][A-Z0-9_]*=[^\n]*\n)*?`;
const OF_A_JOURNAL = new RegExp(String.raw`${TEXT_FIELDS}(?:__CURSOR=|__REALTIME_TIMESTAMP=\d+\n)`);
const MESSAGE = new RegExp(String.raw`${TEXT_FIELDS}MESSAGE[=\n]`);
const ORIGIN = new RegExp(`${TEXT_FIELDS}_(?:BOOT_ID|MACHINE_ID|TRANSPORT|HOSTNAME)=`);

const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const LENGTH_BYTES = 8;
const NAME = /^[A-Z_][A-Z0-9_]{0,63}$/;
/** Systemd allows what `NAME` is; what other writers add can be told from its value all the same. */
const TEXT_NAME = /^[\w.-]{1,64}$/;
const LONGEST_NAME = 64;
/** A longer field is left out. */
const MAX_FIELD_BYTES = 8 * 1024 * 1024;
const MAX_ENTRY_BYTES = 8 * MAX_FIELD_BYTES;
/** The longest field that systemd takes (DATA_SIZE_MAX): a length beyond it is damage. */
const LONGEST_FIELD = 768n * 1024n * 1024n;

/**
 * Entries of systemd's journal as `journalctl -o export` writes them: a field is `NAME=text`, or `NAME`, the length of the value as
 * 64 bits, little-endian, and the value; a line's end comes after each, and an empty line after the entry.
 * @see https://systemd.io/JOURNAL_EXPORT_FORMATS/
 */
export const journalExportReader: Reader = {
  format: 'journal-export',
  title: 'systemd journal (export)',
  evidence: 'its lines are the fields of an entry of the journal',
  detect,
  read: readEntries,
};

/** Entries that were never in a file of the journal have neither a cursor nor a time of the journal. */
function detect({ bytes }: InputHead): number {
  const head = headText(bytes);
  if (OF_A_JOURNAL.test(head)) return 1;
  return MESSAGE.test(head) && ORIGIN.test(head) ? 0.8 : 0;
}

async function* readEntries(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const entries = new EntryReader(new PulledBytes(chunks), context);
  for (let goesOn = true; goesOn && !context.signal.aborted; ) {
    goesOn = await entries.next();
    const record = entries.take();
    if (record !== undefined) yield record;
  }
}

/** What came of a part of an entry: it goes on, is over, is over as the input is, or makes no sense from here on. */
type Outcome = 'field' | 'entry' | 'input' | 'damage';

class EntryReader {
  private readonly input: PulledBytes;
  private readonly context: ReaderContext;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private fields = new Map<string, FieldValue[]>();
  private start = 0;
  private entryBytes = 0;

  constructor(input: PulledBytes, context: ReaderContext) {
    this.input = input;
    this.context = context;
  }

  /** Reads an entry to its end; false at the end of the input. */
  async next(): Promise<boolean> {
    this.start = this.input.offset;
    let outcome: Outcome = 'field';
    while (outcome === 'field') outcome = await this.field();
    if (outcome === 'damage') return this.skipTo([NEWLINE, NEWLINE]);
    if (outcome === 'input' && this.fields.size > 0) {
      this.report('The entry has no end: its fields up to there were kept');
    }
    return outcome !== 'input';
  }

  /** The record of the entry that was read, if it has fields. */
  take(): LogRecord | undefined {
    if (this.fields.size === 0) return undefined;
    const fields = Object.fromEntries(
      [...this.fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    );
    this.fields = new Map();
    this.entryBytes = 0;
    return { ...journalEntry(fields, undefined), offset: this.start };
  }

  private async field(): Promise<Outcome> {
    const length = await this.lineLength();
    const { bytes } = this.input;
    if (length === undefined) return bytes.length === 0 ? 'input' : this.unfinishedLine(bytes);
    if (length === 0) {
      this.input.drop(1);
      return 'entry';
    }
    const equals = bytes.subarray(0, length).indexOf(EQUALS);
    if (equals < 0) return this.lengthAndValue(bytes.subarray(0, length));
    const name = textOf(bytes.subarray(0, equals));
    if (TEXT_NAME.test(name)) this.keep(name, bytes.subarray(equals + 1, length));
    else this.report(`${shownName(bytes.subarray(0, equals))} is no name of a field: its line was left out`);
    this.input.drop(length + 1);
    return 'field';
  }

  /** How long the next line is; undefined where it does not end, or not before it is too long. */
  private async lineLength(): Promise<number | undefined> {
    for (let searched = 0; ; ) {
      const { bytes } = this.input;
      const found = bytes.indexOf(NEWLINE, searched);
      if (found >= 0 && found <= MAX_FIELD_BYTES) return found;
      searched = bytes.length;
      if (found >= 0 || searched > MAX_FIELD_BYTES || !(await this.input.more())) return undefined;
    }
  }

  private async unfinishedLine(bytes: Uint8Array): Promise<Outcome> {
    const equals = bytes.indexOf(EQUALS);
    const name = equals < 0 ? 'A line' : `The field ${shownName(bytes.subarray(0, equals))}`;
    if (bytes.length <= MAX_FIELD_BYTES) {
      this.report(`${name} is cut off: it was left out`);
      return 'input';
    }
    this.report(`${name} is longer than 8 MiB: it was left out`);
    return (await this.skipTo([NEWLINE])) ? 'field' : 'input';
  }

  private async lengthAndValue(line: Uint8Array): Promise<Outcome> {
    const name = textOf(line);
    if (!NAME.test(name)) {
      this.report(`${shownName(line)} is no name of a field: the rest of the entry was left out`);
      return 'damage';
    }
    this.input.drop(name.length + 1);
    if (!(await this.atHand(LENGTH_BYTES))) return this.cutOff(name);
    const { bytes } = this.input;
    const stated = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
    if (stated > LONGEST_FIELD) {
      this.report(`The field ${name} can’t have ${stated} bytes: the rest of the entry was left out`);
      return 'damage';
    }
    this.input.drop(LENGTH_BYTES);
    return this.value(name, Number(stated));
  }

  private async value(name: string, length: number): Promise<Outcome> {
    if (length > MAX_FIELD_BYTES) {
      if (!(await this.skip(length))) return this.cutOff(name);
      this.report(`The field ${name} is longer than 8 MiB: it was left out`);
    } else if (!(await this.atHand(length))) return this.cutOff(name);
    const rest = length > MAX_FIELD_BYTES ? 0 : length;
    if (!(await this.atHand(rest + 1))) return this.cutOff(name);
    const { bytes } = this.input;
    if (bytes[rest] !== NEWLINE) {
      this.report(`The field ${name} does not end after ${length} bytes: the rest of the entry was left out`);
      return 'damage';
    }
    if (rest === length) this.keep(name, bytes.subarray(0, length));
    this.input.drop(rest + 1);
    return 'field';
  }

  private cutOff(name: string): Outcome {
    this.report(`The field ${name} is cut off: it was left out`);
    this.input.drop(this.input.bytes.length);
    return 'input';
  }

  private keep(name: string, bytes: Uint8Array): void {
    this.entryBytes += bytes.length;
    if (this.entryBytes > MAX_ENTRY_BYTES) {
      this.report(`The entry is longer than 64 MiB: its field ${name.slice(0, LONGEST_NAME)} was left out`);
      return;
    }
    const values = this.fields.get(name);
    if (values === undefined) this.fields.set(name, [this.textOrBytes(bytes)]);
    else values.push(this.textOrBytes(bytes));
  }

  private textOrBytes(bytes: Uint8Array): FieldValue {
    try {
      return this.decoder.decode(bytes);
    } catch {
      return [...bytes];
    }
  }

  private async atHand(count: number): Promise<boolean> {
    while (this.input.bytes.length < count) if (!(await this.input.more())) return false;
    return true;
  }

  private async skip(count: number): Promise<boolean> {
    for (let left = count; ; ) {
      const here = Math.min(left, this.input.bytes.length);
      this.input.drop(here);
      left -= here;
      if (left === 0) return true;
      if (!(await this.input.more())) return false;
    }
  }

  /** Leaves everything up to the end of some bytes behind; false when they don't come. */
  private async skipTo(wanted: readonly number[]): Promise<boolean> {
    for (let matched = 0; ; ) {
      const { bytes } = this.input;
      for (let at = 0; at < bytes.length; at++) {
        matched = bytes[at] === wanted[matched] ? matched + 1 : 0;
        if (matched < wanted.length) continue;
        this.input.drop(at + 1);
        return true;
      }
      this.input.drop(bytes.length);
      if (!(await this.input.more())) return false;
    }
  }

  private report(message: string): void {
    this.context.error({ offset: this.start, message });
  }
}

const names = new TextDecoder();

function textOf(bytes: Uint8Array): string {
  return names.decode(bytes);
}

function shownName(bytes: Uint8Array): string {
  return JSON.stringify(textOf(bytes.subarray(0, LONGEST_NAME)));
}
