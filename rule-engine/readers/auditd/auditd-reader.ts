import type { InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText, utf8Chunks } from '../text-input.ts';
import { AuditEvent } from './audit-event.ts';
import { type AuditLine, auditLine, nextRecord } from './audit-line.ts';
import { lineBlocks } from './line-blocks.ts';

/** An event's records lie among those of others: it is given out once so many newer events have begun, … */
const OPEN_EVENTS = 256;
/** … or fewer when its end has come: records can still be late. */
const ENDED_EVENTS = 16;
const MAX_OPEN_CHARACTERS = 32 * 1024 * 1024;

/**
 * Logs of the Linux audit daemon, raw or enriched, also as syslog or ausearch writes them. The records of one event are
 * joined by node, time and serial number, in whatever order they come; the event has the shape of LAUREL's JSON.
 * @see https://github.com/linux-audit/audit-documentation/wiki/SPEC-Audit-Event-Enrichment
 */
export const auditdReader: Reader = {
  format: 'auditd',
  title: 'Linux audit log',
  evidence: 'its lines are audit records, type=… msg=audit(…)',
  detect: (head: InputHead) => {
    const lines = headText(head.bytes)
      .split('\n', 50)
      .filter((line) => line.trim() !== '');
    if (!head.complete && lines.length > 1) lines.pop();
    const audit = lines.filter((line) => !line.startsWith('{') && auditLine(line) !== undefined).length;
    return audit > 0 && audit * 3 >= lines.length ? 0.95 : 0;
  },
  read: readEvents,
};

async function* readEvents(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const events = new OpenEvents(context);
  for await (const lines of lineBlocks(utf8Chunks(chunks))) {
    if (context.signal.aborted) return;
    events.addLines(lines);
    yield* events.take();
  }
  events.close();
  yield* events.take();
}

interface OpenEvent {
  readonly key: string;
  readonly event: AuditEvent;
  characters: number;
}

/** Events whose records are still coming. */
class OpenEvents {
  private readonly context: ReaderContext;
  /** The oldest first. A list, not a Map: what a Map drops keeps what it holds later from being collected soon. */
  private readonly open: OpenEvent[] = [];
  private characters = 0;
  private done: LogRecord[] = [];
  private line = 0;
  private skipping = false;

  constructor(context: ReaderContext) {
    this.context = context;
  }

  /** Takes a text of whole lines; only a line that is too long comes in parts. */
  addLines(text: string): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.line++;
      if (this.skipping) this.skipping = false;
      else this.add(text.slice(start, end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end));
      start = end + 1;
    }
    if (start === text.length) return;
    if (!this.skipping) this.context.error({ line: this.line + 1, message: 'A line is longer than 8 MiB' });
    this.skipping = true;
  }

  /** The events that are complete, once. */
  take(): readonly LogRecord[] {
    const { done } = this;
    this.done = [];
    return done;
  }

  close(): void {
    while (this.open.length > 0) this.finishFirst();
  }

  private add(text: string): void {
    if (text === '' || /^\s*$|^-{4}$/.test(text) || text.startsWith('time->')) return;
    let rest = text;
    for (let line = auditLine(rest); line !== undefined; line = auditLine(rest)) {
      const next = nextRecord(rest, line);
      this.addRecord(line, next < 0 ? rest : rest.slice(0, next));
      if (next < 0) return;
      rest = rest.slice(next);
    }
    this.context.error({ line: this.line, message: `No audit record: ${rest.slice(0, 80)}` });
  }

  private addRecord(line: AuditLine, text: string): void {
    const key = `${line.node ?? ''} ${line.id}`;
    let entry = this.find(key);
    if (entry === undefined) {
      if (line.interpreted) this.context.assume?.("ausearch's times have no time zone: they were taken for UTC");
      entry = { key, event: new AuditEvent(line, this.line), characters: 0 };
      this.open.push(entry);
    }
    if (!entry.event.add(line, text)) {
      this.context.error({ line: this.line, message: 'An event has more than 10,000 records: the rest is left out' });
    }
    entry.characters += text.length;
    this.characters += text.length;
    this.finishOldest();
  }

  /** Records of an event mostly follow each other: the newest events are looked at first. */
  private find(key: string): OpenEvent | undefined {
    for (let at = this.open.length - 1; at >= 0; at--) if (this.open[at].key === key) return this.open[at];
    return undefined;
  }

  private finishOldest(): void {
    while (this.open.length > ENDED_EVENTS) {
      const [{ event }] = this.open;
      const isFull = this.open.length > OPEN_EVENTS || this.characters > MAX_OPEN_CHARACTERS;
      if (!event.hasEnded && !isFull) return;
      this.finishFirst();
    }
  }

  private finishFirst(): void {
    const entry = this.open.shift();
    if (entry === undefined) return;
    this.characters -= entry.characters;
    this.done.push(entry.event.record());
  }
}
