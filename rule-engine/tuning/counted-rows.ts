import { NOWHERE, type Span } from '../base/span.ts';
import type { Bitmap } from '../columnar/bitmap.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import type { Execution } from '../executor/execution.ts';
import { asBitmap } from '../executor/expression/row-set.ts';
import { exclusionRows } from './exclusion-impact.ts';
import type { LabelVerdict } from './label.ts';
import type { LabelRows } from './label-rows.ts';
import { literalRows, uniqueSet } from './literal-rows.ts';
import { bitmapOf, physicalRows, type RuleRun } from './rule-run.ts';
import { type CountedLiteral, countedLiterals } from './run-literals.ts';

/** A number that is on screen, by what was counted. Indexes are those of `Evaluation.literals` and `.exclusions`. */
export type Count =
  /** The rows of its step's input that a literal matches: all, those that hang on it alone, or those that are hits. */
  | { readonly kind: 'literal'; readonly literal: number; readonly part: 'rows' | 'unique' | 'hits' }
  /** The rows that two patterns both match. */
  | { readonly kind: 'overlap'; readonly literals: readonly [number, number] }
  /** The rows that an exclusion removes where it stands, would remove were it alone, or that no other would remove. */
  | { readonly kind: 'exclusion'; readonly exclusion: number; readonly part: 'removed' | 'alone' | 'unique' }
  /** The rows that come out of a step of the pipeline, or that it drops. */
  | { readonly kind: 'step'; readonly span: Span; readonly part: 'kept' | 'dropped' };

/**
 * The rows that were counted, as physical rows of the run's base: as many as the number says. With `verdict` only those
 * that carry this label.
 * @throws QueryError `not-traceable` where they are no rows of the table that the rule began with
 */
export async function countedRows(
  count: Count,
  run: RuleRun,
  labels: LabelRows,
  execution: Execution,
  verdict?: LabelVerdict,
): Promise<Bitmap> {
  const rows = await rowsOfCount(count, run, execution);
  return verdict === undefined ? rows : rows.and(labels[verdict]);
}

async function rowsOfCount(count: Count, run: RuleRun, execution: Execution): Promise<Bitmap> {
  switch (count.kind) {
    case 'literal':
      return rowsOfLiteral(await literalAt(count.literal, run, execution), count.part, run, execution);
    case 'overlap': {
      const [a, b] = await Promise.all(count.literals.map((index) => literalAt(index, run, execution)));
      const { physicalLength } = run.base;
      const [own, other] = [await literalRows(a, execution), await literalRows(b, execution)];
      return asBitmap(own, physicalLength).and(asBitmap(other, physicalLength));
    }
    case 'exclusion':
      return rowsOfExclusion(count.exclusion, count.part, run, execution);
    case 'step': {
      const { start, length } = count.span;
      const step = run.steps.find(({ plan: { span } }) => span.start === start && span.length === length);
      const { space } = run.base;
      if (step?.input?.space !== space || step.output.space !== space) throw untraceable();
      const kept = bitmapOf(step.output);
      return count.part === 'kept' ? kept : bitmapOf(step.input).andNot(kept);
    }
  }
}

async function literalAt(index: number, run: RuleRun, execution: Execution): Promise<CountedLiteral> {
  const counted = (await countedLiterals(run, execution)).find(({ literal }) => literal === index);
  if (counted === undefined) throw untraceable();
  return counted;
}

async function rowsOfLiteral(
  counted: CountedLiteral,
  part: Extract<Count, { kind: 'literal' }>['part'],
  run: RuleRun,
  execution: Execution,
): Promise<Bitmap> {
  const { input } = counted;
  if (part === 'unique') {
    const domain = execution.domainOf(input);
    const set = await uniqueSet(counted, domain, execution);
    return physicalRows(set, domain.frame, undefined, input.physicalLength);
  }
  const rows = asBitmap(await literalRows(counted, execution), input.physicalLength);
  return part === 'hits' ? rows.and(bitmapOf(run.survivors)) : rows;
}

async function rowsOfExclusion(
  index: number,
  part: Extract<Count, { kind: 'exclusion' }>['part'],
  run: RuleRun,
  execution: Execution,
): Promise<Bitmap> {
  const exclusion = run.exclusions[index];
  if (exclusion === undefined) throw untraceable();
  if (part === 'removed') return bitmapOf(exclusion.input).andNot(bitmapOf(exclusion.output));
  return (await exclusionRows(run, execution))[part][index];
}

function untraceable(): Error {
  const message = 'These rows are none of the table that the rule begins with';
  return invalid('not-traceable', message, NOWHERE);
}
