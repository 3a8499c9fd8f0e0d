const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

const scratch = new Uint8Array(64 * 1024);
/** Up to here a loop is quicker than the encoder. */
const SHORT = 32;

/** The same bytes, in memory that the next call uses again. */
export function encodeUtf8Again(text: string): Uint8Array {
  const { length } = text;
  if (length * 3 > scratch.length) return encoder.encode(text);
  if (length <= SHORT) {
    let at = 0;
    for (let code = text.charCodeAt(0); code < 0x80; code = text.charCodeAt(at)) scratch[at++] = code;
    if (at === length) return scratch.subarray(0, length);
  }
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** The text of `bytes[start..end)`; ill-formed sequences become U+FFFD, a byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return decoder.decode(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
}
