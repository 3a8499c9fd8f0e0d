import type { Span } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Frame } from '../executor/expression/domain.ts';
import { asBitmap } from '../executor/expression/row-set.ts';
import { editEffects, type StepEdit } from './edit-effects.ts';
import type { RowChange, RuleEdit } from './rule-difference.ts';
import { bitmapOf, framedRows, physicalRows, type RuleRun, withRows } from './rule-run.ts';
import { changedSteps, type StepPair, sameSteps, type VersionStep, versionSteps } from './version-steps.ts';

/** An edit and the physical rows whose verdict it changed. */
interface ComparedEdit extends Pick<RuleEdit, 'kind' | 'what' | 'exclusion' | 'title'> {
  readonly span: Span | undefined;
  readonly otherSpan: Span | undefined;
  readonly gained: Bitmap;
  readonly lost: Bitmap;
}

export interface ComparedRuns {
  /** Hits of the run that the other does not have. */
  readonly gained: Bitmap;
  readonly lost: Bitmap;
  readonly same: Bitmap;
  readonly edits: readonly ComparedEdit[];
}

const WHOLE_QUERY = {
  kind: 'changed',
  what: 'query',
  exclusion: false,
  span: undefined,
  otherSpan: undefined,
} as const;

/** The hits of a run compared with those of an older version of the rule over the same rows, and what caused each. */
export async function compareRuns(run: RuleRun, other: RuleRun, execution: Execution): Promise<ComparedRuns> {
  const now = bitmapOf(run.survivors);
  const old = bitmapOf(other.survivors);
  const gained = now.andNot(old);
  const lost = old.andNot(now);
  const changed = gained.or(lost);
  const edits = await causesOf(run, other, changed, now, execution);
  const placed = edits.map(({ rows, ...edit }) => ({ ...edit, gained: rows.and(gained), lost: rows.and(lost) }));
  const known = edits.reduce((all, { rows }) => all.or(rows), new Bitmap(now.length));
  const rest = changed.andNot(known);
  const title = 'Another part of the query';
  const unknown = { ...WHOLE_QUERY, title, gained: rest.and(gained), lost: rest.and(lost) };
  return { gained, lost, same: now.and(old), edits: rest.isEmpty() ? placed : [...placed, unknown] };
}

/** What became of a physical row, and the edits that caused it. */
export function changeOf(row: number, { gained, lost, edits }: ComparedRuns): RowChange {
  const change = gained.has(row) ? 'gained' : lost.has(row) ? 'lost' : 'none';
  if (change === 'none') return { change, edits: [] };
  return { change, edits: edits.flatMap((edit, index) => (edit[change].has(row) ? [index] : [])) };
}

type Cause = StepEdit['about'] & { readonly rows: Bitmap };

/** The edits of the `where` steps and the changed rows that each caused. */
async function causesOf(
  run: RuleRun,
  other: RuleRun,
  changed: Bitmap,
  now: Bitmap,
  execution: Execution,
): Promise<readonly Cause[]> {
  const rows = changed.toRows();
  const { frame, members = Bitmap.full(rows.length) } = execution.domainOf(withRows(run.base, rows));
  const newSteps = await versionSteps(run, rows, execution);
  const oldSteps = await versionSteps(other, rows, execution);
  const pairs = changedSteps(oldSteps, newSteps);
  const same = await allOf(sameSteps(newSteps, pairs), frame, execution);
  const masks: PairMasks[] = [];
  for (const pair of pairs) masks.push(await pairMasks(pair, frame, execution));
  const newVerdict = masks.reduce((all, mask) => all.and(mask.new), same);
  const oldVerdict = masks.reduce((all, mask) => all.and(mask.old), same);
  const explained = members
    .and(differing(newVerdict, oldVerdict))
    .and(differing(newVerdict, framedRows(now, frame)).not());
  const causes: { readonly about: StepEdit['about']; readonly alone: Bitmap; readonly touched: Bitmap }[] = [];
  for (const [i, pair] of pairs.entries()) {
    for (const { about, reverted, applied } of await editEffects(pair, frame, execution)) {
      const without = masks.reduce((all, mask, j) => all.and(j === i ? reverted : mask.new), same);
      const only = masks.reduce((all, mask, j) => all.and(j === i ? applied : mask.old), same);
      const alone = differing(without, newVerdict).or(differing(only, oldVerdict)).and(explained);
      const touched = differing(reverted, masks[i].new).or(differing(applied, masks[i].old)).and(explained);
      causes.push({ about, alone, touched });
      await execution.checkpoint();
    }
  }
  const byOne = causes.reduce((all, { alone }) => all.or(alone), new Bitmap(frame.length));
  return causes.map(({ about, alone, touched }) => ({
    ...about,
    rows: physicalRows(alone.or(touched.andNot(byOne)), frame, members, changed.length),
  }));
}

interface PairMasks {
  readonly old: Bitmap;
  readonly new: Bitmap;
}

async function pairMasks(pair: StepPair, frame: Frame, execution: Execution): Promise<PairMasks> {
  const maskOf = async (step: VersionStep | undefined): Promise<Bitmap> =>
    step === undefined ? Bitmap.full(frame.length) : maskOfStep(step, frame, execution);
  return { old: await maskOf(pair.old), new: await maskOf(pair.new) };
}

async function allOf(steps: readonly VersionStep[], frame: Frame, execution: Execution): Promise<Bitmap> {
  let all = Bitmap.full(frame.length);
  for (const step of steps) all = all.and(await maskOfStep(step, frame, execution));
  return all;
}

async function maskOfStep({ condition }: VersionStep, frame: Frame, execution: Execution): Promise<Bitmap> {
  return asBitmap((await execution.mask(condition, frame)).true, frame.length);
}

function differing(a: Bitmap, b: Bitmap): Bitmap {
  return a.andNot(b).or(b.andNot(a));
}
