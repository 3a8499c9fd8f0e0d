/** Seconds from 1601, where FILETIME starts, to 1970. */
const EPOCH_SECONDS = 11_644_473_600;
const LAST_SECOND = 253_402_300_799;

let lastSecond = Number.NaN;
let lastText = '';

/** A FILETIME, 100 ns ticks since 1601 in two halves, as ISO 8601 with seven decimals. */
export function fileTimeText(low: number, high: number): string {
  const rest = high * 4_967_296 + low;
  const seconds = high * 429 + Math.floor(rest / 10_000_000) - EPOCH_SECONDS;
  if (seconds > LAST_SECOND) return `0x${((BigInt(high) << 32n) | BigInt(low)).toString(16)}`;
  return `${secondText(seconds)}.${String(rest % 10_000_000).padStart(7, '0')}Z`;
}

/** A SYSTEMTIME, eight 16-bit fields, as ISO 8601; its zone is UTC. */
export function systemTimeText(view: DataView, at: number): string {
  const [year, month, , day, hour, minute, second, millisecond] = [0, 2, 4, 6, 8, 10, 12, 14].map((field) =>
    view.getUint16(at + field, true),
  );
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}.${String(millisecond).padStart(3, '0')}Z`;
}

function secondText(seconds: number): string {
  if (seconds !== lastSecond) {
    lastSecond = seconds;
    lastText = new Date(seconds * 1000).toISOString().slice(0, 19);
  }
  return lastText;
}
