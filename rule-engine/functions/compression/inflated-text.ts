import { gunzipSync, unzlibSync } from 'fflate';
import type { Span } from '../../base/span.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { decodeBase64, utf8Text } from '../base64.ts';

/** How large texts may become. */
interface InflationLimits {
  /** Bytes of one text. */
  readonly text: number;
  /** Bytes of all texts of a call, unless they are less than `MOST_TIMES` times what they were. */
  readonly call: number;
}

/** One text: the largest value that a column of Kusto can be told to hold (`BigObject32`). */
const LIMITS: InflationLimits = { text: 32 * 1024 ** 2, call: 256 * 1024 ** 2 };
const MOST_TIMES = 100;

/** Of a size too small, `inflate` is run again with one so many times as large. */
const GROWTH = 8;
const LEAST_BUFFER = 1024;

const TOO_LARGE = Symbol('larger than the limit');

/**
 * Turns Base64 of a compressed text into the text; what is no Base64, no such stream or no UTF-8 gives `''`. Kept for a
 * call, whose texts it counts. @throws QueryError where a text becomes too large, or all of them together
 */
export function inflatedTextOf(format: 'gzip' | 'zlib', span: Span, limits = LIMITS): (text: string) => string {
  let before = 0;
  let after = 0;
  return (text) => {
    const bytes = decodeBase64(text);
    if (bytes === undefined) return '';
    const inflated = inflate(bytes, format, limits.text);
    if (inflated === TOO_LARGE) {
      throw invalid('value-too-large', `A text decompresses to more than ${sizeText(limits.text)}`, span);
    }
    if (inflated === undefined) return '';
    before += bytes.length;
    after += inflated.length;
    if (after > Math.max(limits.call, before * MOST_TIMES)) {
      const message = `The texts decompress to more than ${sizeText(limits.call)} and ${MOST_TIMES} times their size`;
      throw invalid('value-too-large', message, span);
    }
    return utf8Text(inflated) ?? '';
  };
}

/** The content of a stream, or undefined where it is damaged. Takes no more memory than the limit, whatever it states. */
function inflate(bytes: Uint8Array, format: 'gzip' | 'zlib', limit: number): Uint8Array | undefined | typeof TOO_LARGE {
  for (let size = Math.max(LEAST_BUFFER, bytes.length * GROWTH); ; size *= GROWTH) {
    const out = new Uint8Array(Math.min(size, limit + 1));
    const content = inflateInto(out, bytes, format);
    if (content === undefined) return undefined;
    if (content.length < out.length) {
      return format === 'gzip' && !hasStatedLength(bytes, content) ? undefined : content;
    }
    if (out.length > limit) return TOO_LARGE;
  }
}

/** As much of the content as fits: when that fills `out`, there may be more. */
function inflateInto(out: Uint8Array, bytes: Uint8Array, format: 'gzip' | 'zlib'): Uint8Array | undefined {
  try {
    const content = format === 'gzip' ? gunzipSync(bytes, { out }) : unzlibSync(bytes, { out });
    // fflate hands the buffer itself back when there is nothing between the header and the checks.
    return content === out ? undefined : content;
  } catch (error) {
    // It drops the bytes that do not fit, but those of a stored block it tries to copy.
    return error instanceof RangeError ? out : undefined;
  }
}

/** gzip's last four bytes say how long the content is. */
function hasStatedLength(bytes: Uint8Array, content: Uint8Array): boolean {
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true) === content.length;
}

function sizeText(bytes: number): string {
  return `${bytes / 1024 ** 2} MiB`;
}
