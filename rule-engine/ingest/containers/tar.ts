import { type ByteStream, type InputContext, StreamCursor } from './byte-stream.ts';

const BLOCK = 512;
const MAX_HEADER_BYTES = 1024 * 1024;
const decoder = new TextDecoder();

export interface ArchiveMember {
  readonly name: string;
  /** Read before the next member is asked for, or left. */
  readonly content: ByteStream;
}

/** The first block of a tar archive: its checksum matches. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && head[0] !== 0 && checksumMatches(head);
}

/**
 * The files of a tar archive, one after the other, with the long names of the pax and GNU formats.
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
 */
export async function* tarMembers(input: ByteStream, context: InputContext): AsyncGenerator<ArchiveMember> {
  const cursor = new StreamCursor(input);
  let longName: string | undefined;
  for (;;) {
    const header = await cursor.take(BLOCK);
    if (header.length === 0 || header.every((byte) => byte === 0)) return;
    if (header.length < BLOCK || !checksumMatches(header)) {
      context.onError('The tar archive is damaged or cut off: what came before is kept');
      return;
    }
    const size = numberField(header, 124, 12);
    const type = String.fromCharCode(header[156]);
    if (!Number.isSafeInteger(size) || size < 0) {
      context.onError('The tar archive states a size that no file has');
      return;
    }
    if (type === 'L' || type === 'x' || type === 'g') {
      const bytes = (await cursor.take(Math.min(padded(size), MAX_HEADER_BYTES))).subarray(0, size);
      await skip(cursor, padded(size) - Math.min(padded(size), MAX_HEADER_BYTES));
      if (type === 'L') longName = text(bytes);
      if (type === 'x') longName = paxPath(bytes) ?? longName;
      continue;
    }
    const member = { left: size };
    if (type === '0' || type === '\0' || type === '7') {
      yield { name: longName ?? nameOf(header), content: content(cursor, member, context) };
    }
    longName = undefined;
    await skip(cursor, member.left + padded(size) - size);
  }
}

async function* content(
  cursor: StreamCursor,
  member: { left: number },
  context: InputContext,
): AsyncGenerator<Uint8Array> {
  while (member.left > 0) {
    const part = await cursor.some(member.left);
    if (part === undefined) {
      context.onError('The tar archive is cut off within a file');
      member.left = 0;
      return;
    }
    member.left -= part.length;
    yield part;
  }
}

async function skip(cursor: StreamCursor, bytes: number): Promise<void> {
  for (let left = bytes; left > 0; ) {
    const part = await cursor.some(left);
    if (part === undefined) return;
    left -= part.length;
  }
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function checksumMatches(header: Uint8Array): boolean {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : header[at];
  return numberField(header, 148, 8) === sum;
}

/** Octal text, or a binary number behind a set first bit. */
function numberField(header: Uint8Array, at: number, length: number): number {
  if ((header[at] & 0x80) !== 0) {
    let value = header[at] & 0x7f;
    for (let byte = 1; byte < length; byte++) value = value * 256 + header[at + byte];
    return value;
  }
  const digits = text(header.subarray(at, at + length)).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : digits === '' ? 0 : Number.NaN;
}

function nameOf(header: Uint8Array): string {
  const name = text(header.subarray(0, 100));
  const isUstar = text(header.subarray(257, 262)) === 'ustar';
  const prefix = isUstar ? text(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function paxPath(bytes: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=(.*)\n/.exec(decoder.decode(bytes))?.[1];
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}
