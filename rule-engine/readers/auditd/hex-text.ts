const decoder = new TextDecoder();

/** True for the hexadecimal form of at least one byte. */
export function isHex(text: string): boolean {
  return text.length >= 2 && text.length % 2 === 0 && /^[0-9A-Fa-f]+$/.test(text);
}

/** The UTF-8 text that hexadecimal digits stand for; bytes that are no UTF-8 become U+FFFD. */
export function decodeHex(text: string): string {
  const bytes = new Uint8Array(text.length >> 1);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (digit(text.charCodeAt(at * 2)) << 4) | digit(text.charCodeAt(at * 2 + 1));
  }
  return decoder.decode(bytes);
}

function digit(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57;
}
