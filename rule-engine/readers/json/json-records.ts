import type { FieldValue, LogRecord, Reader, ReaderContext, RowShape, RowSink, RowSinks } from '../reader.ts';
import { headText, LineSplitter, utf8Chunks } from '../text-input.ts';
import { JsonCells } from './json-cells.ts';
import { JsonCursor, JsonSyntaxError } from './json-cursor.ts';
import { type JsonLayout, jsonLayout, RECORD_ARRAYS } from './json-layout.ts';
import { JsonParser } from './json-parser.ts';
import { type JsonPath, JsonStream } from './json-stream.ts';
import { hasStreamingRecords, openEnvelope } from './streaming-envelope.ts';

const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** JSON lines: a whole JSON object a line. A line that is none is reported, the rest kept. */
export const jsonLinesReader: Reader = {
  format: 'ndjson',
  title: 'JSON lines',
  evidence: 'the first line is a whole JSON object',
  detect: (head) => (jsonLayout(head) === 'lines' ? 0.9 : 0),
  read: (chunks, context) => readRecords(chunks, context, () => 'lines'),
  scan: (chunks, sinks, context) => scanRecords(chunks, sinks, context, () => 'lines'),
};

/** A JSON array of objects, objects one after the other, or an object that wraps an array of records. */
export const jsonReader: Reader = {
  format: 'json',
  title: 'JSON objects',
  evidence: 'it is a JSON array, or JSON objects one after the other',
  detect: (head) => {
    const layout = jsonLayout(head);
    if (layout === 'array' || layout === 'objects' || layout === 'records') return 0.9;
    return layout === undefined ? 0 : 0.3;
  },
  read: (chunks, context) => readRecords(chunks, context, layoutOfObjects),
  scan: (chunks, sinks, context) => scanRecords(chunks, sinks, context, layoutOfObjects),
};

function layoutOfObjects(head: Uint8Array): JsonLayout {
  return jsonLayout({ name: '', bytes: head, complete: false }) ?? 'objects';
}

type RecordVisitor = (bytes: Uint8Array, start: number, end: number, line: number) => void;

async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  context: ReaderContext,
  layoutOf: (head: Uint8Array) => JsonLayout,
): AsyncGenerator<LogRecord> {
  const parser = new JsonParser();
  const shapes = new ShapeOfTable();
  let records: LogRecord[] = [];
  const visit = (streaming: boolean): RecordVisitor =>
    reporting(context, (bytes, start, end, line) => {
      const event = streaming ? openEnvelope(bytes, start, end) : undefined;
      const fields = parser.parse(bytes, event?.start ?? start, event?.end ?? end);
      if (!isObject(fields)) throw new JsonSyntaxError('A record must be an object', start);
      records.push({ fields, line, ...(event && { shape: shapes.get(event.table) }) });
    });
  for await (const _ of frames(chunks, context, layoutOf, visit)) {
    yield* records;
    records = [];
  }
}

function scanRecords(
  chunks: AsyncIterable<Uint8Array>,
  sinks: RowSinks,
  context: ReaderContext,
  layoutOf: (head: Uint8Array) => JsonLayout,
): AsyncIterable<undefined> {
  const cells = new JsonCells();
  const shapes = new ShapeOfTable();
  const known = new Map<string | undefined, RowSink>();
  const sinkOf = (table: string | undefined) => {
    const sink = known.get(table) ?? sinks(table === undefined ? undefined : shapes.get(table));
    known.set(table, sink);
    return sink;
  };
  const visit = (streaming: boolean): RecordVisitor =>
    reporting(context, (bytes, start, end, line) => {
      const event = streaming ? openEnvelope(bytes, start, end) : undefined;
      const sink = sinkOf(event?.table);
      cells.object(bytes, event?.start ?? start, event?.end ?? end, sink);
      sink.endRow(line);
    });
  return frames(chunks, context, layoutOf, visit);
}

/** Feeds each record's bytes to the visitor; yields after each chunk. */
async function* frames(
  chunks: AsyncIterable<Uint8Array>,
  context: ReaderContext,
  layoutOf: (head: Uint8Array) => JsonLayout,
  visitorFor: (streaming: boolean) => RecordVisitor,
): AsyncGenerator<undefined> {
  let framer: { push(chunk: Uint8Array): void; end(): void } | undefined;
  for await (const chunk of utf8Chunks(chunks)) {
    if (context.signal.aborted) return;
    if (framer === undefined) {
      const head = chunk.subarray(0, 65536);
      const visit = visitorFor(hasStreamingRecords(headText(head)));
      const layout = layoutOf(head);
      framer = layout === 'lines' ? lineFramer(visit, context) : streamFramer(layout, visit, context);
    }
    framer.push(chunk);
    yield;
  }
  framer?.end();
  yield;
}

function lineFramer(visit: RecordVisitor, context: ReaderContext): LineSplitter {
  const cursor = new JsonCursor();
  const line: RecordVisitor = (bytes, start, end, number) => {
    cursor.open(bytes, start, end);
    if (cursor.peek() >= 0) visit(bytes, cursor.at, end, number);
  };
  const tooLong = (number: number) => context.error({ line: number, message: 'A line is longer than 64 MiB' });
  return new LineSplitter(line, tooLong, MAX_LINE_BYTES);
}

function streamFramer(layout: JsonLayout, visit: RecordVisitor, context: ReaderContext): JsonStream {
  const isRecordArray = (path: JsonPath) => path.length === 1 && RECORD_ARRAYS.has(path[0].toLowerCase());
  const wrapped = layout === 'records';
  return new JsonStream({
    enter: (path, container) => {
      if (path.length === 0) return container === 'array' || wrapped;
      return wrapped && container === 'array' && isRecordArray(path);
    },
    value: (path, bytes, start, end, line) => {
      if (!wrapped || path.length === 2 || path[0] === '[]') visit(bytes, start, end, line);
    },
    leave: () => {},
    error: (line, message) => context.error({ line, message }),
  });
}

/** Makes a syntax error of one record a report, so that reading goes on. */
function reporting(context: ReaderContext, visit: RecordVisitor): RecordVisitor {
  return (bytes, start, end, line) => {
    try {
      visit(bytes, start, end, line);
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      context.error({ line, message: `${error.message} (character ${error.offset - start + 1} of the record)` });
    }
  };
}

/** One shape object a table, so that a consumer can key on it. */
class ShapeOfTable {
  private readonly shapes = new Map<string, RowShape>();

  get(table: string): RowShape {
    let shape = this.shapes.get(table);
    if (shape === undefined) {
      shape = { table };
      this.shapes.set(table, shape);
    }
    return shape;
  }
}

function isObject(value: FieldValue): value is { readonly [name: string]: FieldValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
