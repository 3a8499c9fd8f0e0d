import { dynamicArgument } from './arguments.ts';
import { parseGuid } from './conversion.ts';
import type { ScalarFunction } from './function.ts';
import { ofText } from './of-text.ts';
import { isDynamicArray } from './value-text.ts';

/** Base64 to and from text, bytes and guids. */
export const base64Functions: readonly ScalarFunction[] = [
  ofText('base64_encode_tostring', (text) => encodeBase64(new TextEncoder().encode(text)), 'base64_encodestring'),
  ofText(
    'base64_decode_tostring',
    (text) => {
      const bytes = decodeBase64(text);
      return bytes === undefined ? '' : (utf8Text(bytes) ?? '');
    },
    'base64_decodestring',
  ),
  ofText('base64_decode_toarray', (text) => {
    const bytes = decodeBase64(text);
    return bytes === undefined ? null : Array.from(bytes, BigInt);
  }),
  ofText('base64_decode_toguid', (text) => {
    const bytes = decodeBase64(text);
    return bytes?.length === 16 ? guidOfBytes(bytes) : null;
  }),
  ofText('base64_encode_fromguid', (text) => {
    const guid = parseGuid(text);
    return guid === null ? '' : encodeBase64(bytesOfGuid(guid));
  }),
  {
    name: 'base64_encode_fromarray',
    nulls: 'propagate',
    bind(call) {
      const value = dynamicArgument(call, 0);
      return (args) => {
        const array = value(args);
        if (!isDynamicArray(array)) return '';
        const bytes = array.map(Number);
        return bytes.every((byte) => byte >= 0 && byte <= 255) ? encodeBase64(Uint8Array.from(bytes)) : '';
      };
    },
  },
];

/** Base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes of padded Base64; undefined when the text is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) || text.replace(/\s/g, '').length % 4 !== 0) return undefined;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The text of UTF-8 bytes; undefined when they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Windows keeps the first three fields of a guid in little-endian order. */
const GUID_BYTE_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function guidOfBytes(bytes: Uint8Array): string | null {
  const hex = GUID_BYTE_ORDER.map((at) => bytes[at].toString(16).padStart(2, '0')).join('');
  return parseGuid(hex);
}

function bytesOfGuid(guid: string): Uint8Array {
  const hex = guid.replaceAll('-', '');
  const bytes = new Uint8Array(16);
  GUID_BYTE_ORDER.forEach((target, i) => {
    bytes[target] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  });
  return bytes;
}
