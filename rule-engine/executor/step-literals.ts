import type { Relation } from '../operators/relation.ts';
import type { Expr } from '../plan/expr.ts';
import { contentOf, type NodeContent } from '../plan/node-content.ts';
import type { Plan } from '../plan/plan.ts';
import { expressionChildren } from '../plan/walk.ts';
import { testedExpressions } from './counts.ts';
import type { Execution } from './execution.ts';
import { countLiterals } from './literal-counts.ts';
import { conditionsIn, type KeptLiteral, type StepLiteral } from './literals.ts';

/** Edits of a step over the same rows whose counts are kept. */
const MOST_KEPT = 16;

/** The string literals of a step's tested expressions, in order. */
interface StepTexts {
  readonly texts: readonly StepText[];
  /** True when each literal has a place of its own: one that `let` names may stand for several. */
  readonly apart: boolean;
}

/** A string literal, from where its step begins. */
interface StepText {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Counts the string literals of a step over the rows that it was given: once for steps that do the same with the same rows. */
export async function countStepLiterals(
  plan: Plan,
  input: Relation,
  execution: Execution,
): Promise<readonly StepLiteral[]> {
  const { texts, apart } = textsOf(plan);
  if (texts.length === 0) return [];
  const key = apart ? execution.keyOf(plan) : undefined;
  const kept = execution.cache.literalsOver(input);
  const known = key === undefined ? undefined : kept.get(key);
  if (known !== undefined) return known.map((one) => placed(one, texts[one.literal], plan));
  const counted = await countStep(plan, input, execution);
  if (key !== undefined) keep(kept, key, counted, texts, plan);
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
  texts: readonly StepText[],
  plan: Plan,
): void {
  const byOffset = new Map(texts.map(({ offset }, i) => [offset, i]));
  const found: KeptLiteral[] = [];
  for (const { span, rows, unique, tests } of counted) {
    const literal = byOffset.get(span.start - plan.span.start);
    if (literal === undefined) return;
    found.push({ literal, rows, unique, tests });
  }
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

function placed({ rows, unique, tests }: KeptLiteral, { offset, length, text }: StepText, { span }: Plan): StepLiteral {
  return { span: { start: span.start + offset, length }, text, rows, unique, tests };
}

const textsOfContents = new WeakMap<NodeContent, StepTexts>();

function textsOf(plan: Plan): StepTexts {
  const content = contentOf(plan);
  const known = content && textsOfContents.get(content);
  if (known !== undefined) return known;
  const texts = textsIn(plan);
  const found = { texts, apart: texts.every(({ offset }, i) => i === 0 || offset > texts[i - 1].offset) };
  if (content !== undefined) textsOfContents.set(content, found);
  return found;
}

function textsIn(plan: Plan): readonly StepText[] {
  const texts: StepText[] = [];
  const pending: Expr[] = testedExpressions(plan).map(({ expr }) => expr);
  pending.reverse();
  for (let expr = pending.pop(); expr !== undefined; expr = pending.pop()) {
    if (expr.kind === 'literal' && typeof expr.value === 'string') {
      const { start, length } = expr.span;
      texts.push({ offset: start - plan.span.start, length, text: expr.value });
    }
    const children = expressionChildren(expr);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]);
  }
  return texts;
}
