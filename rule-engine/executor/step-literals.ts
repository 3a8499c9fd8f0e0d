import type { Relation } from '../operators/relation.ts';
import type { Expr, LiteralExpr } from '../plan/expr.ts';
import type { Plan } from '../plan/plan.ts';
import { expressionChildren } from '../plan/walk.ts';
import { testedExpressions } from './counts.ts';
import type { Execution } from './execution.ts';
import { countLiterals } from './literal-counts.ts';
import { conditionsIn, type KeptLiteral, type StepLiteral } from './literals.ts';

/** Edits of a step over the same rows whose counts are kept. */
const MOST_KEPT = 16;

type TextLiteral = LiteralExpr & { readonly value: string };

/** Counts the string literals of a step over the rows that it was given: once for steps that do the same with the same rows. */
export async function countStepLiterals(
  plan: Plan,
  input: Relation,
  execution: Execution,
): Promise<readonly StepLiteral[]> {
  const literals = literalsIn(plan);
  if (literals.length === 0) return [];
  const key = standApart(literals) ? execution.keyOf(plan) : undefined;
  const kept = execution.cache.literalsOver(input);
  const known = key === undefined ? undefined : kept.get(key);
  if (known !== undefined) return known.map((one) => placed(one, literals[one.literal]));
  const counted = await countStep(plan, input, execution);
  if (key !== undefined) keep(kept, key, counted, literals);
  return counted;
}

async function countStep(plan: Plan, input: Relation, execution: Execution): Promise<readonly StepLiteral[]> {
  const counted: StepLiteral[] = [];
  for (const { expr } of testedExpressions(plan)) {
    for (const condition of conditionsIn(await execution.bind(expr, input))) {
      for (const { uses, rows, unique } of await countLiterals(condition, input, execution)) {
        const [{ span, text }] = uses;
        counted.push({ span, text, rows, unique, tests: uses });
      }
    }
  }
  return counted;
}

function keep(
  kept: Map<string, readonly KeptLiteral[]>,
  key: string,
  counted: readonly StepLiteral[],
  literals: readonly TextLiteral[],
): void {
  const byStart = new Map(literals.map(({ span }, i) => [span.start, i]));
  const found: KeptLiteral[] = [];
  for (const { span, rows, unique, tests } of counted) {
    const literal = byStart.get(span.start);
    if (literal === undefined) return;
    found.push({ literal, rows, unique, tests });
  }
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

function placed({ rows, unique, tests }: KeptLiteral, { span, value }: TextLiteral): StepLiteral {
  return { span, text: value, rows, unique, tests };
}

/** The string literals of a step's tested expressions, in order. */
function literalsIn(plan: Plan): readonly TextLiteral[] {
  const literals: TextLiteral[] = [];
  const pending: Expr[] = testedExpressions(plan).map(({ expr }) => expr);
  pending.reverse();
  for (let expr = pending.pop(); expr !== undefined; expr = pending.pop()) {
    if (isText(expr)) literals.push(expr);
    const children = expressionChildren(expr);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]);
  }
  return literals;
}

function isText(expr: Expr): expr is TextLiteral {
  return expr.kind === 'literal' && typeof expr.value === 'string';
}

/** True when each literal has a place of its own: one that `let` names may stand for several. */
function standApart(literals: readonly TextLiteral[]): boolean {
  return literals.every(({ span }, i) => i === 0 || span.start > literals[i - 1].span.start);
}
