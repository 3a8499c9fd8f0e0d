import type { LogRecord, ReaderContext } from './reader.ts';
import { LineSplitter, utf8Chunks } from './text-input.ts';

const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** Makes records of the lines of a text. */
export abstract class LineRecords {
  protected readonly context: ReaderContext;
  protected records: LogRecord[] = [];

  constructor(context: ReaderContext) {
    this.context = context;
  }

  abstract line(text: string, line: number): void;

  /** Comes after the last line. */
  end(): void {}

  /** The records so far. */
  take(): LogRecord[] {
    const taken = this.records;
    this.records = [];
    return taken;
  }
}

/** The records of a text, line by line; a line that is too long is told and left out. */
export async function* recordsOfLines(
  chunks: AsyncIterable<Uint8Array>,
  context: ReaderContext,
  records: LineRecords,
): AsyncGenerator<LogRecord> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lines = new LineSplitter(
    (bytes, start, end, line) => records.line(decoder.decode(bytes.subarray(start, end)), line),
    (line) => context.error({ line, message: 'The line is longer than 8 MiB: it was left out' }),
    MAX_LINE_BYTES,
  );
  for await (const chunk of utf8Chunks(chunks, context)) {
    if (context.signal.aborted) return;
    lines.push(chunk);
    yield* records.take();
  }
  lines.end();
  records.end();
  yield* records.take();
}
