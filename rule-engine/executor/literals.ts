import type { Bound, BoundList } from './expression/bound.ts';
import { boundChildren } from './expression/bound.ts';
import { LiteralMap, type LiteralPlace } from './literal-map.ts';

/** A use of a string literal of the query: the test that it makes, alone or in a list. */
export interface LiteralUse extends LiteralPlace {
  /** The operator of the test, in its positive form: `has`, `==`, `matches regex`. */
  readonly predicate: string;
  /** The test of this literal alone. */
  readonly test: Bound;
  /** The list that the test is an element of. */
  readonly list: BoundList | undefined;
}

/** A test that a literal makes. */
export type LiteralTest = Pick<LiteralUse, 'predicate' | 'test'>;

/** What a string literal of a condition does among the rows that reach it. */
export interface LiteralCounts {
  /** The rows that it matches. */
  readonly rows: number;
  /** The rows for which the condition would turn out otherwise were this literal alone not there. */
  readonly unique: number;
}

/** The string literals of conditions over the same rows. */
export class ConditionLiterals {
  readonly conditions: readonly { readonly condition: Bound; readonly groups: readonly (readonly LiteralUse[])[] }[];
  /** The uses of each literal, in the conditions' order. */
  readonly uses: readonly (readonly LiteralUse[])[];
  /** What each literal does, once it was counted. */
  counts: readonly LiteralCounts[] | undefined;

  constructor(conditions: readonly Bound[]) {
    this.conditions = conditions.map((condition) => ({ condition, groups: groupedUses(condition) }));
    this.uses = this.conditions.flatMap(({ groups }) => groups);
  }
}

/** A step's literals as they are kept: which of its step's literals each is, since an edit may move that. */
export interface KeptLiterals {
  readonly places: readonly number[];
  readonly conditions: ConditionLiterals;
}

/** String predicates whose literal is counted. */
const PREDICATES: ReadonlySet<string> = new Set([
  ...['has', 'hasprefix', 'hassuffix', 'contains', 'startswith', 'endswith'].flatMap((name) => [name, `${name}_cs`]),
  '==',
  '=~',
  'matches regex',
]);

/** The uses of a condition's literals, those of one literal together. */
export function groupedUses(condition: Bound): readonly (readonly LiteralUse[])[] {
  const groups = new LiteralMap<LiteralUse[]>();
  for (const use of literalUses(condition)) {
    const known = groups.get(use);
    if (known === undefined) groups.set(use, [use]);
    else known.push(use);
  }
  return groups.values();
}

const usesOfConditions = new WeakMap<Bound, readonly LiteralUse[]>();

/** The uses of string literals in a condition, and in the conditions within other expressions, in the query's order. */
export function literalUses(root: Bound): readonly LiteralUse[] {
  let uses = usesOfConditions.get(root);
  if (uses === undefined) {
    uses = findLiteralUses(root);
    usesOfConditions.set(root, uses);
  }
  return uses;
}

function findLiteralUses(root: Bound): readonly LiteralUse[] {
  const uses: LiteralUse[] = [];
  const visit = (bound: Bound, list: BoundList | undefined): void => {
    const use = literalUse(bound, list);
    if (use !== undefined) uses.push(use);
    const around = bound.kind === 'list' ? bound : undefined;
    if (bound.kind === 'list' || use === undefined) for (const child of boundChildren(bound)) visit(child, around);
  };
  visit(root, undefined);
  return uses;
}

/** The literal that a bound expression tests for, where it is a string predicate with one. */
export function literalUse(bound: Bound, list: BoundList | undefined): LiteralUse | undefined {
  if (bound.kind !== 'call' || !PREDICATES.has(bound.name)) return undefined;
  for (let i = bound.args.length - 1; i >= 0; i--) {
    const { kind, expr } = bound.args[i];
    if (kind !== 'constant' || expr.kind !== 'literal' || typeof expr.value !== 'string') continue;
    return { span: expr.span, text: expr.value, predicate: bound.name, test: bound, list };
  }
  return undefined;
}

/** The largest conditions within an expression: the expression itself when it is a `bool`. */
export function conditionsIn(bound: Bound): readonly Bound[] {
  if (bound.type === 'bool') return [bound];
  return boundChildren(bound).flatMap(conditionsIn);
}
