const SHORT = 512;
const decoder = new TextDecoder('utf-16le');
const units = new Uint16Array(SHORT);

/** UTF-16 (little endian) text of `size` bytes, without zeros at its end. Throws RangeError beyond the view. */
export function utf16Text(view: DataView, at: number, size: number): string {
  let length = size >> 1;
  if (at < 0 || at + length * 2 > view.byteLength) throw new RangeError('A text runs over the end of the chunk');
  while (length > 0 && view.getUint16(at + length * 2 - 2, true) === 0) length--;
  if (length > SHORT) return decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at, length * 2));
  for (let unit = 0; unit < length; unit++) units[unit] = view.getUint16(at + unit * 2, true);
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
}
