import type { Span } from '../base/span.ts';
import { valueText } from '../functions/value-text.ts';
import { printExpr } from '../plan/print.ts';
import type { WhereStep } from './counts.ts';
import type { Execution } from './execution.ts';
import { type Bound, type BoundColumn, boundChildren } from './expression/bound.ts';
import { LazyColumn } from './expression/lazy-column.ts';
import { rowFunction } from './expression/row-function.ts';
import { type LiteralUse, literalUse } from './literals.ts';
import { matchFinder } from './matches.ts';

/** A `where` step and what it says of a row. */
export interface StepEvidence {
  readonly span: Span;
  readonly verdict: boolean | null;
  readonly condition: ConditionEvidence;
}

/** The tree of a predicate and what each part says of a row: `and`, `or`, `not` have children, the rest are leaves. */
export interface ConditionEvidence {
  readonly span: Span;
  readonly text: string;
  readonly verdict: boolean | null;
  readonly children: readonly ConditionEvidence[];
  /** For a leaf: the column that it read, its value as text, and the string literals that matched in it. */
  readonly column?: string;
  readonly value?: string | null;
  readonly matches?: readonly LiteralMatch[];
}

interface LiteralMatch {
  /** The literal's place in the query's text. */
  readonly literal: Span;
  readonly text: string;
  /** Where it stands in the value. */
  readonly at: Span | undefined;
}

/** What each `where` step says of a physical row, up to the first that does not keep it. */
export async function evidenceOf(
  row: number,
  steps: readonly WhereStep[],
  execution: Execution,
): Promise<readonly StepEvidence[]> {
  const verdicts: StepEvidence[] = [];
  for (const { plan, input } of steps) {
    const condition = await conditionEvidence(await execution.bindCondition(plan.predicate, input), row, execution);
    verdicts.push({ span: plan.span, verdict: condition.verdict, condition });
    if (condition.verdict !== true) break;
  }
  return verdicts;
}

async function conditionEvidence(bound: Bound, row: number, execution: Execution): Promise<ConditionEvidence> {
  const base = {
    span: bound.expr.span,
    text: printExpr(bound.expr),
    verdict: rowFunction(bound)(row) as boolean | null,
  };
  const parts = await partsOf(bound, execution);
  if (parts === undefined) return { ...base, children: [], ...readings(bound, row) };
  const children: ConditionEvidence[] = [];
  for (const part of parts) children.push(await conditionEvidence(part, row, execution));
  return { ...base, ...(bound.kind === 'column' && { column: bound.name }), children };
}

/** The conditions that a condition is made of; undefined for one that tests values. */
async function partsOf(bound: Bound, execution: Execution): Promise<readonly Bound[] | undefined> {
  if (bound.kind === 'logic') return bound.args;
  if (bound.kind === 'choice') return [bound.condition, bound.then, bound.otherwise];
  if (bound.kind !== 'column' || bound.type !== 'bool' || !(bound.column instanceof LazyColumn)) return undefined;
  const definition = execution.definitionOf(bound.column);
  return [definition === undefined ? bound.column.bound : await execution.bind(definition.expr, definition.input)];
}

function readings(bound: Bound, row: number): Pick<ConditionEvidence, 'column' | 'value' | 'matches'> {
  const read = bound.kind === 'list' ? (bound.tests[0] ?? bound.set) : bound;
  const subject = read?.kind === 'call' ? read.args.find((arg) => arg.kind !== 'constant') : read;
  if (subject === undefined || subject.kind === 'constant') return {};
  const value = rowFunction(subject)(row);
  const column = firstColumn(subject)?.name;
  return {
    ...(column === undefined ? {} : { column }),
    value: value === null ? null : valueText(value, subject.type),
    matches: literalMatches(bound, value === null ? '' : valueText(value, subject.type), row),
  };
}

function literalMatches(bound: Bound, text: string, row: number): readonly LiteralMatch[] {
  const uses: LiteralUse[] = [];
  for (const test of bound.kind === 'list' ? bound.tests : [bound]) {
    const use = literalUse(test, undefined);
    if (use !== undefined) uses.push(use);
  }
  return uses
    .filter(({ test }) => rowFunction(test)(row) === true)
    .map((use) => ({ literal: use.span, text: use.text, at: matchFinder(use.predicate, use.text)(text) }));
}

/** The first column that an expression reads. */
export function firstColumn(bound: Bound): BoundColumn | undefined {
  if (bound.kind === 'column') return bound;
  for (const child of boundChildren(bound)) {
    const found = firstColumn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
