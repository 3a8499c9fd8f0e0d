import type { Span } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import type { Frame } from '../executor/expression/domain.ts';
import { andMasks, constantMask, type Mask, orMasks } from '../executor/expression/mask.ts';
import { overriddenMask } from '../executor/expression/overridden-mask.ts';
import { asBitmap } from '../executor/expression/row-set.ts';
import { literalUse } from '../executor/literals.ts';
import { printExpr } from '../plan/print.ts';
import { type ConditionEdit, conditionEdits } from './condition-edits.ts';
import type { RuleEdit } from './rule-difference.ts';
import type { StepPair, VersionStep } from './version-steps.ts';

/** One edit of a step, and what the step would keep of a frame's rows without it, and with it alone. */
export interface StepEdit {
  readonly about: Pick<RuleEdit, 'kind' | 'what' | 'exclusion' | 'title'> & {
    readonly span: Span | undefined;
    readonly otherSpan: Span | undefined;
  };
  /** The new step with this edit undone. */
  readonly reverted: Bitmap;
  /** The old step with this edit alone. */
  readonly applied: Bitmap;
}

const LONGEST = 120;

/** The edits that made the new step of the old one. */
export async function editEffects(pair: StepPair, frame: Frame, execution: Execution): Promise<readonly StepEdit[]> {
  const all = Bitmap.full(frame.length);
  if (pair.old === undefined) {
    const applied = await keptBy(pair.new.condition, new Map(), frame, execution);
    return [{ about: aboutStep('added', pair.new), reverted: all, applied }];
  }
  if (pair.new === undefined) {
    const reverted = await keptBy(pair.old.condition, new Map(), frame, execution);
    return [{ about: aboutStep('removed', pair.old), reverted, applied: all }];
  }
  const [old, now] = [pair.old.condition, pair.new.condition];
  const effects: StepEdit[] = [];
  for (const edit of conditionEdits(old, now)) {
    const { inNew, inOld } = await overridesOf(edit, frame, execution);
    const reverted = await keptBy(now, inNew, frame, execution);
    const applied = await keptBy(old, inOld, frame, execution);
    effects.push({ about: aboutEdit(edit, pair.new.exclusion), reverted, applied });
  }
  return effects;
}

interface Overrides {
  readonly inNew: ReadonlyMap<Bound, Mask>;
  readonly inOld: ReadonlyMap<Bound, Mask>;
}

/** What undoes an edit in the new condition, and what does it in the old one. */
async function overridesOf(edit: ConditionEdit, frame: Frame, execution: Execution): Promise<Overrides> {
  if (edit.kind === 'changed') {
    const inNew = new Map([[edit.new, await execution.mask(edit.old, frame)]]);
    return { inNew, inOld: new Map([[edit.old, await execution.mask(edit.new, frame)]]) };
  }
  const { length } = frame;
  const absent = constantMask(edit.joined === 'and', length);
  const parent = edit.kind === 'added' ? edit.oldParent : edit.newParent;
  const both = [await execution.mask(parent, frame), await execution.mask(edit.part, frame)];
  const present = edit.joined === 'and' ? andMasks(both, length) : orMasks(both, length);
  const without = new Map([[edit.part, absent]]);
  const joined = new Map([[parent, present]]);
  return edit.kind === 'added' ? { inNew: without, inOld: joined } : { inNew: joined, inOld: without };
}

async function keptBy(
  condition: Bound,
  overrides: ReadonlyMap<Bound, Mask>,
  frame: Frame,
  execution: Execution,
): Promise<Bitmap> {
  return asBitmap((await overriddenMask(condition, overrides, frame, execution.masks)).true, frame.length);
}

function aboutStep(kind: 'added' | 'removed', { step, exclusion }: VersionStep): StepEdit['about'] {
  const { span } = step.plan;
  const what = exclusion ? 'Exclusion' : 'Step';
  return {
    kind,
    what: 'step',
    exclusion,
    title: `${what} ${kind}: where ${shortened(printExpr(step.plan.predicate))}`,
    span: kind === 'added' ? span : undefined,
    otherSpan: kind === 'removed' ? span : undefined,
  };
}

function aboutEdit(edit: ConditionEdit, exclusion: boolean): StepEdit['about'] {
  if (edit.kind === 'changed') {
    const title = `Changed: ${shortened(printExpr(edit.old.expr))} → ${shortened(printExpr(edit.new.expr))}`;
    return {
      kind: 'changed',
      what: 'condition',
      exclusion,
      title,
      span: edit.new.expr.span,
      otherSpan: edit.old.expr.span,
    };
  }
  const { kind, part } = edit;
  const use = literalUse(part, undefined);
  const element = use !== undefined && (kind === 'added' ? edit.oldParent : edit.newParent).kind === 'list';
  const span = element ? use.span : part.expr.span;
  return {
    kind,
    what: element ? 'literal' : 'condition',
    exclusion,
    title: element ? `Literal \`${use.text}\` ${kind}` : `Condition ${kind}: ${shortened(printExpr(part.expr))}`,
    span: kind === 'added' ? span : undefined,
    otherSpan: kind === 'removed' ? span : undefined,
  };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
