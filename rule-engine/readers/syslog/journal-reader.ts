import { joinedBytes } from '../../base/joined-bytes.ts';
import { jsonLinesReader, jsonReader } from '../json/json-records.ts';
import type { InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText } from '../text-input.ts';
import { journalEntry } from './journal-entry.ts';

const ENTRY_LINE = /^\s*\{[^\n]*"__REALTIME_TIMESTAMP"\s*:/;
const HEAD_BYTES = 64 * 1024;
const ENTRY_OBJECT = /^\s*\[?\s*\{[^{}]*"__REALTIME_TIMESTAMP"\s*:/;

/** Entries of systemd's journal as JSON, a line each or written out. */
export const journalReader: Reader = {
  format: 'journal',
  title: 'systemd journal (JSON)',
  evidence: 'its JSON objects have the time of an entry of the journal',
  detect: (head: InputHead) => (isJournal(headText(head.bytes)) ? 0.95 : 0),
  read: readEntries,
};

function isJournal(head: string): boolean {
  return ENTRY_LINE.test(head) || ENTRY_OBJECT.test(head);
}

async function* readEntries(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const { head, all } = await withHead(chunks);
  const reader = ENTRY_LINE.test(head) || !isJournal(head) ? jsonLinesReader : jsonReader;
  for await (const { fields, line } of reader.read(all, context)) yield journalEntry(fields, line);
}

/** The text that chunks begin with, and all of them. */
async function withHead(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const next = await iterator.next();
    if (next.done) break;
    parts.push(next.value.slice());
    length += next.value.length;
  }
  const bytes = joinedBytes(parts);
  async function* all() {
    yield bytes;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head: headText(bytes.subarray(0, HEAD_BYTES)), all: all() };
}
