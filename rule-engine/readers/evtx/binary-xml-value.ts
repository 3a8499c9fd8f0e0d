import type { FieldValue } from '../reader.ts';
import { fileTimeText, systemTimeText } from './file-time.ts';
import { utf16Text } from './utf16-text.ts';

export const BINARY_XML_VALUE = 0x21;
const ARRAY = 0x80;

const ansi = new TextDecoder('windows-1252');

/** Bytes of one item of an array, by type; strings end with a zero instead. */
const ITEM_BYTES: { readonly [type: number]: number } = {
  3: 1,
  4: 1,
  5: 2,
  6: 2,
  7: 4,
  8: 4,
  9: 8,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  15: 16,
  17: 8,
  18: 16,
  20: 4,
  21: 8,
};

/**
 * A value of a template instance, of a type other than BinXML: numbers as numbers, `0x…` where the type is shown as
 * hexadecimal, times as ISO 8601, GUIDs in capitals without braces, texts without blanks at their end: as evtx_dump
 * writes them, so that a log and its rendering give the same rows. Throws RangeError when it runs over the chunk.
 */
export function binaryXmlValue(view: DataView, at: number, size: number, type: number): FieldValue {
  if ((type & ARRAY) !== 0) return arrayValue(view, at, size, type & 0x7f);
  if (size === 0) return type === 1 || type === 2 ? '' : null;
  switch (type) {
    case 0:
      return null;
    case 1:
      return utf16Text(view, at, size).trimEnd();
    case 2:
      return ansiText(view, at, size);
    case 14:
      return hexText(view, at, size);
    case 19:
      return sidText(view, at, size);
    default:
      return fixedValue(view, at, size, type);
  }
}

function fixedValue(view: DataView, at: number, size: number, type: number): FieldValue {
  if (size < (ITEM_BYTES[type] ?? 4)) throw new RangeError(`A value of type ${type} has only ${size} bytes`);
  switch (type) {
    case 3:
      return view.getInt8(at);
    case 4:
      return view.getUint8(at);
    case 5:
      return view.getInt16(at, true);
    case 6:
      return view.getUint16(at, true);
    case 7:
      return view.getInt32(at, true);
    case 8:
      return view.getUint32(at, true);
    case 9:
      return safeNumber(view.getBigInt64(at, true));
    case 10:
      return safeNumber(view.getBigUint64(at, true));
    case 11:
      return view.getFloat32(at, true);
    case 12:
      return view.getFloat64(at, true);
    case 13:
      return view.getUint32(at, true) !== 0;
    case 15:
      return guidText(view, at);
    case 16:
      return size >= 8 ? hex64(view, at) : `0x${view.getUint32(at, true).toString(16)}`;
    case 17:
      return fileTimeText(view.getUint32(at, true), view.getUint32(at + 4, true));
    case 18:
      return systemTimeText(view, at);
    case 20:
      return `0x${view.getUint32(at, true).toString(16)}`;
    case 21:
      return hex64(view, at);
    default:
      return hexText(view, at, size);
  }
}

function arrayValue(view: DataView, at: number, size: number, type: number): FieldValue {
  if (size === 0) return null;
  if (type === 1) {
    const items = utf16Text(view, at, size).split('\0');
    return items;
  }
  if (type === 2) return ansiText(view, at, size).split('\0');
  const bytes = ITEM_BYTES[type];
  if (bytes === undefined) return hexText(view, at, size);
  const items: FieldValue[] = [];
  for (let item = 0; item + bytes <= size; item += bytes) items.push(binaryXmlValue(view, at + item, bytes, type));
  return items;
}

/** A number while a double holds it exactly. */
function safeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function bytesAt(view: DataView, at: number, size: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, size);
}

function ansiText(view: DataView, at: number, size: number): string {
  return ansi.decode(bytesAt(view, at, size)).replace(/\0+$/, '');
}

function hexText(view: DataView, at: number, size: number): string {
  let text = '';
  for (const byte of bytesAt(view, at, size)) text += byte.toString(16).padStart(2, '0');
  return text.toUpperCase();
}

function hex64(view: DataView, at: number): string {
  const high = view.getUint32(at + 4, true);
  const low = view.getUint32(at, true);
  return high === 0 ? `0x${low.toString(16)}` : `0x${high.toString(16)}${low.toString(16).padStart(8, '0')}`;
}

function hexDigits(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function guidText(view: DataView, at: number): string {
  const first = hexDigits(view.getUint32(at, true), 8);
  const second = hexDigits(view.getUint16(at + 4, true), 4);
  const third = hexDigits(view.getUint16(at + 6, true), 4);
  const fourth = hexDigits(view.getUint16(at + 8), 4);
  return `${first}-${second}-${third}-${fourth}-${hexDigits(view.getUint16(at + 10), 4)}${hexDigits(view.getUint32(at + 12), 8)}`;
}

function sidText(view: DataView, at: number, size: number): string {
  const count = size >= 8 ? view.getUint8(at + 1) : 255;
  if (8 + count * 4 > size) throw new RangeError('A security identifier is cut off');
  let text = `S-${view.getUint8(at)}-${view.getUint16(at + 2) * 0x1_0000_0000 + view.getUint32(at + 4)}`;
  for (let part = 0; part < count; part++) text += `-${view.getUint32(at + 8 + part * 4, true)}`;
  return text;
}
