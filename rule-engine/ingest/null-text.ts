/** What exports write where there is no value, in lower case: `null` of Log Analytics, `-` of Windows, `None` of Python. */
const NOTHING: ReadonlySet<string> = new Set(['null', '(null)', 'none', 'nil', 'n/a', '-']);
const LONGEST = 6;

/** True when `bytes[start..end)` says that there is no value. */
export function saysNothing(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]);
  return NOTHING.has(text.toLowerCase());
}
