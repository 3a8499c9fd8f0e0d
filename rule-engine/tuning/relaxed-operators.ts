import type { NearMissKind } from './near-miss-report.ts';

/** A looser form of a string operator: what it matches besides are the near misses of a kind. */
export interface Relaxation {
  readonly kind: Extract<NearMissKind, 'term' | 'case'>;
  readonly operator: string;
}

const AS_SUBSTRING = ['has', 'hasprefix', 'hassuffix'];
const WITH_CASE = ['has', 'hasprefix', 'hassuffix', 'contains', 'startswith', 'endswith'];

const RELAXATIONS: ReadonlyMap<string, readonly Relaxation[]> = new Map([
  ...AS_SUBSTRING.map((name): [string, Relaxation[]] => [name, [{ kind: 'term', operator: 'contains' }]]),
  ...WITH_CASE.map((name): [string, Relaxation[]] => [
    `${name}_cs`,
    [
      ...(AS_SUBSTRING.includes(name) ? [{ kind: 'term', operator: 'contains_cs' } as const] : []),
      { kind: 'case', operator: name },
    ],
  ]),
  ['==', [{ kind: 'case', operator: '=~' }]],
]);

/** The looser forms of an operator; none for those that match substrings in any case already. */
export function relaxationsOf(operator: string): readonly Relaxation[] {
  return RELAXATIONS.get(operator) ?? [];
}
