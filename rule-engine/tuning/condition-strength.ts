import type { ExclusionCondition } from './exclusion-condition.ts';

/** How much a set of conditions must say to be no weak exclusion. */
export const STRONG = 2;

/**
 * How narrowly conditions say what they exclude: a whole command line says enough by itself, a file, a parent or a folder
 * needs company, a device or an account says where something ran and not what it was. More than `STRONG` counts no more.
 */
export function strengthOf(conditions: readonly ExclusionCondition[]): number {
  return Math.min(
    STRONG,
    conditions.reduce((sum, condition) => sum + strengthOfOne(condition), 0),
  );
}

function strengthOfOne({ column, operator }: ExclusionCondition): number {
  if (/^(?:DeviceName|AccountName|Computer|Account|AccountDomain)$/.test(column)) return 0.5;
  const whole = operator === '==' || operator === '=~';
  return whole && /CommandLine$/.test(column) ? STRONG : 1;
}
