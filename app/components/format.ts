/** `12,345`. Not by `Intl`: the first of its formats takes 30 ms to make, which rows would wait for. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `12,345 rows`. */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** `a, b, c and 12 more`: the first of many names. */
export function someOf(names: readonly string[]): string {
  if (names.length <= 4) return names.join(', ');
  return `${names.slice(0, 3).join(', ')} and ${formatCount(names.length - 3)} more`;
}

/** `8.3 ms`, `132 ms`, `1.4 s`. */
export function formatMilliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(1)} s`;
  return value >= 10 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`;
}

/** `640 B`, `12.4 kB`, `1.2 GB`; a thousand each. */
export function formatBytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  const scaled = value / 1000 ** power;
  return `${power === 0 ? scaled : scaled.toFixed(1)} ${units[power]}`;
}

/** `2026-03-01 12:00:00`: an ISO 8601 moment in UTC to the second. */
export function formatMoment(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

/** A message as part of a sentence that goes on, or has a full stop of its own. */
export function withoutFullStop(message: string): string {
  return message.replace(/\.$/, '');
}
