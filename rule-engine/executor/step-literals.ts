import type { Relation } from '../operators/relation.ts';
import { contentOf, type NodeContent } from '../plan/node-content.ts';
import type { Expr, Plan } from '../plan/plan.ts';
import { expressionChildren } from '../plan/walk.ts';
import { testedExpressions } from './counts.ts';
import type { Execution } from './execution.ts';
import type { LiteralPlace } from './literal-map.ts';
import { ConditionLiterals, conditionsIn, type KeptLiterals, type LiteralTest } from './literals.ts';

/** Edits of a step over the same rows whose literals are kept. */
const MOST_KEPT = 16;

/** A string literal of a step, and the tests that it makes in the condition that it is counted in. */
interface StepLiteral extends LiteralPlace {
  readonly tests: readonly LiteralTest[];
}

/** The string literals of a step in order, and what counts them, in the same order. */
export interface StepLiterals {
  readonly literals: readonly StepLiteral[];
  readonly conditions: ConditionLiterals;
}

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

/** The string literals of a step over the rows that it was given: found once for steps that do the same with the same rows. */
export async function literalsOfStep(
  plan: Plan,
  input: Relation,
  execution: Execution,
): Promise<StepLiterals | undefined> {
  const { texts, apart } = textsOf(plan);
  if (texts.length === 0) return undefined;
  const key = apart ? execution.keyOf(plan) : undefined;
  const kept = execution.cache.literalsOver(input);
  const known = key === undefined ? undefined : kept.get(key);
  if (known !== undefined) return placed(known, texts, plan);
  const conditions = await conditionsOf(plan, input, execution);
  if (key !== undefined) keep(kept, key, conditions, texts, plan);
  return {
    literals: conditions.uses.map((tests) => ({ span: tests[0].span, text: tests[0].text, tests })),
    conditions,
  };
}

async function conditionsOf(plan: Plan, input: Relation, execution: Execution): Promise<ConditionLiterals> {
  const conditions = [];
  for (const { expr } of testedExpressions(plan)) conditions.push(...conditionsIn(await execution.bind(expr, input)));
  return new ConditionLiterals(conditions);
}

function keep(
  kept: Map<string, KeptLiterals>,
  key: string,
  conditions: ConditionLiterals,
  texts: readonly StepText[],
  plan: Plan,
): void {
  const places: number[] = [];
  let place = 0;
  for (let i = 0; i < conditions.uses.length; i++) {
    const offset = conditions.uses[i][0].span.start - plan.span.start;
    // Both are mostly in the query's order.
    if (place === texts.length || texts[place].offset > offset) place = 0;
    while (place < texts.length && texts[place].offset < offset) place++;
    if (texts[place]?.offset !== offset) return;
    places.push(place++);
  }
  kept.set(key, { places, conditions });
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

function placed({ places, conditions }: KeptLiterals, texts: readonly StepText[], { span }: Plan): StepLiterals {
  const literals = places.map((place, i): StepLiteral => {
    const { offset, length, text } = texts[place];
    return { span: { start: span.start + offset, length }, text, tests: conditions.uses[i] };
  });
  return { literals, conditions };
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
