import type { Ratio } from '../../rule-engine/index.ts';
import { formatCount } from './format.ts';

/** A share as whole per cent: `82 %`; `–` where there is nothing to have a share of. Never 0 % or 100 % unless it is all or none. */
export function shareText({ part, whole }: Ratio): string {
  if (whole === 0) return '–';
  const percent = Math.round((100 * part) / whole);
  if (percent === 0 && part > 0) return '< 1 %';
  if (percent === 100 && part < whole) return '> 99 %';
  return `${percent} %`;
}

/** `41 of 50`. */
export function partText({ part, whole }: Ratio): string {
  return `${formatCount(part)} of ${formatCount(whole)}`;
}
