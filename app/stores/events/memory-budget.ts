const MEGABYTE = 1024 ** 2;
const DEFAULT = 1024 * MEGABYTE;
const LEAST = 512 * MEGABYTE;
const MOST = 2048 * MEGABYTE;

/**
 * What all loaded events may take, in bytes: a quarter of the machine's memory where the browser tells it, between 512 MB
 * and 2 GB; 1 GB where it doesn't. `?memory=300` in the address sets it, in MB.
 */
export function memoryBudget(
  search: string = window.location.search,
  gigabytes: number | undefined = Reflect.get(navigator, 'deviceMemory'),
): number {
  const stated = Number(new URLSearchParams(search).get('memory'));
  if (stated > 0) return stated * MEGABYTE;
  if (gigabytes === undefined) return DEFAULT;
  return Math.min(MOST, Math.max(LEAST, gigabytes * 256 * MEGABYTE));
}
