import { type WebAssemblyModule, webAssembly } from '../../webassembly/module.ts';
import type { FieldValue, LogRecord, Reader, ReaderContext, RowShape, RowSink, RowSinks } from '../reader.ts';
import { headText, LineSplitter, utf8Chunks } from '../text-input.ts';
import { isBulkRequest, type RecordVisitor, withoutBulkActions } from './bulk-request.ts';
import { JsonCells } from './json-cells.ts';
import { JsonCursor, JsonSyntaxError } from './json-cursor.ts';
import { isRecordArray, isRecordWrapper, type JsonLayout, jsonLayout, onlyListIn } from './json-layout.ts';
import { JsonParser } from './json-parser.ts';
import { JsonStream } from './json-stream.ts';
import { withoutNumbers } from './record-lines.ts';
import { type JsonLinesHandler, type LineRead, SimdJsonLines } from './simd-json-lines.ts';
import { hasStreamingRecords, openEnvelope } from './streaming-envelope.ts';

const MAX_LINE_BYTES = 64 * 1024 * 1024;
const NO_RECORD: LineRead = { names: () => [] };

/** JSON lines: a whole JSON object a line. A line that is none is reported, the rest kept. */
export const jsonLinesReader: Reader = {
  format: 'ndjson',
  title: 'JSON lines',
  evidence: 'the first line is a whole JSON object',
  detect: (head) => (jsonLayout(head) === 'lines' ? 0.9 : 0),
  read: (chunks, context) => readRecords(chunks, context, () => 'lines'),
  scan: (chunks, sinks, context) => scanRecords(chunks, sinks, context, () => 'lines'),
  scanCopiesChunks: true,
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
  const layout = jsonLayout({ name: '', bytes: head, complete: false });
  return layout === undefined || layout === 'lines' ? 'objects' : layout;
}

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
  const visit = (streaming: boolean, taken?: (record: LineRead) => void): RecordVisitor =>
    reporting(context, (bytes, start, end, line) => {
      // The event is walked once, as the envelope is opened.
      const noteEvent = (at: number) => cells.noteObject(bytes, at, end);
      const event = streaming ? openEnvelope(bytes, start, end, noteEvent) : undefined;
      const sink = sinkOf(event?.table);
      if (event === undefined) cells.object(bytes, start, end, sink);
      else cells.giveNoted(bytes, sink);
      sink.endRow(line);
      // Among envelopes an object without one tells nothing of them: its fields would be taken for theirs.
      if (streaming === (event !== undefined)) taken?.({ names: () => cells.names(bytes), table: event?.table });
    });
  const manyLines = (module: WebAssemblyModule, streaming: boolean) => {
    let read: LineRead = NO_RECORD;
    const line = recordLine(
      visit(streaming, (record) => {
        read = record;
      }),
    );
    const handler: JsonLinesHandler = {
      sink: sinkOf,
      line: (bytes, start, end, number) => {
        read = NO_RECORD;
        line(bytes, start, end, number);
        return read;
      },
      tooLong: (number) => reportLongLine(number, context),
    };
    return new SimdJsonLines(module, handler, MAX_LINE_BYTES);
  };
  return frames(chunks, context, layoutOf, visit, manyLines);
}

interface Framer {
  push(chunk: Uint8Array): void;
  end(): void;
}

/** Feeds each record's bytes to the visitor, or JSON lines to what `manyLines` makes; yields after each chunk. */
async function* frames(
  chunks: AsyncIterable<Uint8Array>,
  context: ReaderContext,
  layoutOf: (head: Uint8Array) => JsonLayout,
  visitorFor: (streaming: boolean) => RecordVisitor,
  manyLines?: (module: WebAssemblyModule, streaming: boolean) => Framer,
): AsyncGenerator<undefined> {
  const framerFor = (head: Uint8Array): Framer => {
    const streaming = hasStreamingRecords(headText(head));
    const layout = layoutOf(head);
    if (layout === 'records') return streamFramer(layout, visitorFor(streaming), context, onlyListIn(head));
    if (layout !== 'lines') return streamFramer(layout, visitorFor(streaming), context);
    if (isBulkRequest(headText(head))) return lineFramer(withoutBulkActions(visitorFor(streaming)), context);
    if (webAssembly !== undefined && manyLines !== undefined) return manyLines(webAssembly, streaming);
    return lineFramer(visitorFor(streaming), context);
  };
  let framer: Framer | undefined;
  for await (const chunk of withoutNumbers(utf8Chunks(chunks))) {
    if (context.signal.aborted) return;
    framer ??= framerFor(chunk.subarray(0, 65536));
    framer.push(chunk);
    yield;
  }
  framer?.end();
  yield;
}

function lineFramer(visit: RecordVisitor, context: ReaderContext): LineSplitter {
  return new LineSplitter(recordLine(visit), (number) => reportLongLine(number, context), MAX_LINE_BYTES);
}

/** Takes a line that may be blank: then there is no record. */
function recordLine(visit: RecordVisitor): RecordVisitor {
  const cursor = new JsonCursor();
  return (bytes, start, end, number) => {
    cursor.open(bytes, start, end);
    if (cursor.peek() >= 0) visit(bytes, cursor.at, end, number);
  };
}

function reportLongLine(line: number, context: ReaderContext): void {
  context.error({ line, message: 'A line is longer than 64 MiB' });
}

/** @param list the name of the list that holds the records, in lower case, where it is none that often does */
function streamFramer(layout: JsonLayout, visit: RecordVisitor, context: ReaderContext, list?: string): JsonStream {
  const wrapped = layout === 'records';
  const isList = (path: readonly string[]) =>
    isRecordArray(path) || (path.length === 1 && path[0].toLowerCase() === list);
  return new JsonStream({
    enter: (whole, container) => {
      const path = whole[0] === '[]' && wrapped ? whole.slice(1) : whole;
      if (path.length === 0) return container === 'array' || wrapped;
      if (wrapped && container === 'object') return path.length === 1 && isRecordWrapper(path[0]);
      return wrapped && container === 'array' && isList(path);
    },
    value: (path, bytes, start, end, line) => {
      if (!wrapped || (path[path.length - 1] === '[]' && path.length > 1)) visit(bytes, start, end, line);
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
