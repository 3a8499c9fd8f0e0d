import { joinedBytes } from '../base/joined-bytes.ts';
import type { ReaderContext } from './reader.ts';

const NEWLINE = 0x0a;

/** The share of a text's beginning by which its encoding is told. */
const ENCODING_BYTES = 65536;

/**
 * The Unicode encoding that a byte order mark states, or that zero bytes betray; Windows-1252 where most letters beyond
 * ASCII are no UTF-8; UTF-8 otherwise.
 */
function textEncoding(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'utf-16le';
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0) return 'utf-16be';
  return isUtf8(head.subarray(0, ENCODING_BYTES)) ? 'utf-8' : 'windows-1252';
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    const text = new TextDecoder().decode(head, { stream: true });
    const damaged = text.split('\ufffd').length - 1;
    return damaged * 2 <= (text.match(/[^\0-\x7f]/g)?.length ?? 0);
  }
}

/** The bytes of a text input as UTF-8, without a byte order mark, whatever encoding it has. */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  context?: Pick<ReaderContext, 'assume'>,
): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (first) {
      first = false;
      const encoding = textEncoding(chunk);
      if (encoding === 'windows-1252') context?.assume?.('The text is not UTF-8: it was taken for Windows-1252', true);
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
      else {
        const hasMark = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
        yield hasMark ? chunk.subarray(3) : chunk;
        continue;
      }
    }
    yield decoder === undefined ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
  }
  const rest = decoder?.decode();
  if (rest) yield encoder.encode(rest);
}

const headTexts = new WeakMap<Uint8Array, string>();

/**
 * The beginning of a text input as a string, for telling its format; a character cut at the end is left out. Decoded once:
 * each format looks at it.
 */
export function headText(head: Uint8Array): string {
  let text = headTexts.get(head);
  if (text === undefined) {
    const decoded = new TextDecoder(textEncoding(head)).decode(head, { stream: true });
    text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
    headTexts.set(head, text);
  }
  return text;
}

/**
 * Splits UTF-8 chunks into lines without their line ends: `visit(bytes, start, end, line)`; the bytes are reused after
 * the call. A line longer than `maxBytes` is handed to `tooLong` instead.
 */
export class LineSplitter {
  private readonly visit: (bytes: Uint8Array, start: number, end: number, line: number) => void;
  private readonly tooLong: (line: number) => void;
  private readonly maxBytes: number;
  private rest: Uint8Array[] = [];
  private restLength = 0;
  private line = 1;

  constructor(
    visit: (bytes: Uint8Array, start: number, end: number, line: number) => void,
    tooLong: (line: number) => void,
    maxBytes: number,
  ) {
    this.visit = visit;
    this.tooLong = tooLong;
    this.maxBytes = maxBytes;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      if (this.restLength === 0) this.emit(chunk, start, end);
      else {
        this.keep(chunk.subarray(start, end));
        this.emitRest();
      }
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.slice(start));
  }

  end(): void {
    if (this.restLength > 0) this.emitRest();
  }

  private keep(part: Uint8Array): void {
    this.restLength += part.length;
    if (this.restLength <= this.maxBytes) this.rest.push(part);
    else this.rest = [];
  }

  private emitRest(): void {
    if (this.restLength > this.maxBytes) this.tooLong(this.line++);
    else {
      const bytes = joinedBytes(this.rest);
      this.emit(bytes, 0, bytes.length);
    }
    this.rest = [];
    this.restLength = 0;
  }

  private emit(bytes: Uint8Array, start: number, end: number): void {
    const trimmed = end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
    this.visit(bytes, start, trimmed, this.line++);
  }
}
