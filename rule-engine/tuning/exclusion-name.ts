import type { ExclusionCondition } from './exclusion-condition.ts';

const LONGEST = 60;

/** A name for an exclusion's comment: `nginx started by systemd`, `perl in /usr/bin/`. */
export function exclusionName(conditions: readonly ExclusionCondition[]): string {
  const ordered = [...conditions].sort((a, b) => place(a) - place(b));
  const words = ordered.map((condition, i) => phrase(condition, i === 0));
  return words.join(' ');
}

const PHRASES: readonly (readonly [column: RegExp, first: string, later: string])[] = [
  [/^FileName$/, '', ''],
  [/^FolderPath$/, 'Programs in ', 'in '],
  [/^ProcessCommandLine$/, '', 'with '],
  [/^InitiatingProcessFileName$/, 'Started by ', 'started by '],
  [/^InitiatingProcess(?:CommandLine|FolderPath)$/, 'Started by ', 'from '],
  [/^InitiatingProcessParentFileName$/, 'Below ', 'below '],
  [/^AccountName$/, 'Account ', 'as '],
  [/^DeviceName$/, 'Device ', 'on '],
];

function place({ column }: ExclusionCondition): number {
  const index = PHRASES.findIndex(([pattern]) => pattern.test(column));
  return index < 0 ? PHRASES.length : index;
}

function phrase({ column, value }: ExclusionCondition, first: boolean): string {
  const oneLine = value.replace(/\s+/g, ' ').replaceAll('@', '(at)');
  const shown = oneLine.length > LONGEST ? `${oneLine.slice(0, LONGEST - 1)}…` : oneLine;
  const known = PHRASES.find(([pattern]) => pattern.test(column));
  if (known === undefined) return `${column} ${shown}`;
  return `${first ? known[1] : known[2]}${shown}`;
}
