import { Bitmap } from '../columnar/bitmap.ts';
import type { WhereStep } from '../executor/counts.ts';
import type { Execution } from '../executor/execution.ts';
import { type Bound, type BoundList, boundChildren } from '../executor/expression/bound.ts';
import type { Frame } from '../executor/expression/domain.ts';
import { constantMask, type Mask } from '../executor/expression/mask.ts';
import { overriddenMask } from '../executor/expression/overridden-mask.ts';
import { addTo, asBitmap } from '../executor/expression/row-set.ts';
import { type LiteralUse, literalUses } from '../executor/literals.ts';
import { exclusionRows } from './exclusion-impact.ts';
import { type Relaxation, relaxationsOf } from './relaxed-operators.ts';
import { physicalRows, type RuleRun, rowsWhere, withRows } from './rule-run.ts';

/** Of a step with more literals no looser forms are tried. */
const MOST_LITERALS = 400;
/** More conditions of one step are not tried, one at a time. */
const MOST_PARTS = 100;

/** The rows, ascending, that one thing alone keeps from being hits. */
export type FoundMiss = { readonly rows: Uint32Array; readonly step: WhereStep } & (
  | { readonly kind: 'term' | 'case'; readonly use: LiteralUse; readonly relaxation: Relaxation }
  | { readonly kind: 'condition'; readonly part: Bound; readonly whole: boolean }
  | { readonly kind: 'exclusion'; readonly exclusion: number }
);

/** Finds them: by masks alone, and each row only where all the other conditions hold. Sets without rows are left out. */
export async function searchNearMisses(run: RuleRun, execution: Execution): Promise<readonly FoundMiss[]> {
  const found: FoundMiss[] = [];
  const detection = run.conditions.filter((step) => !run.exclusions.includes(step));
  for (const step of detection) found.push(...(await missesOfStep(step, detection, run, execution)));
  const { unique } = await exclusionRows(run, execution);
  for (const [exclusion, rows] of unique.entries()) {
    const step = run.exclusions[exclusion];
    const later = run.conditions
      .slice(run.conditions.indexOf(run.exclusions[0]))
      .filter((other) => !run.exclusions.includes(other));
    found.push({ kind: 'exclusion', exclusion, step, rows: await passing(rows.toRows(), later, execution) });
  }
  return found.filter(({ rows }) => rows.length > 0);
}

async function missesOfStep(
  step: WhereStep,
  detection: readonly WhereStep[],
  run: RuleRun,
  execution: Execution,
): Promise<readonly FoundMiss[]> {
  const misses = await missesBeforeLaterSteps(step, detection, execution);
  const all = new Bitmap(run.base.physicalLength);
  for (const { rows } of misses) addTo(all, rows);
  const later = run.conditions.slice(run.conditions.indexOf(step) + 1);
  const pass = Bitmap.fromRows(all.length, await passing(all.toRows(), later, execution));
  return misses.map((miss) => ({ ...miss, rows: miss.rows.filter((row) => pass.has(row)) }));
}

/** The rows that reach a step and fail it by one thing alone. */
async function missesBeforeLaterSteps(
  step: WhereStep,
  detection: readonly WhereStep[],
  execution: Execution,
): Promise<readonly FoundMiss[]> {
  const { plan, input } = step;
  const condition = await execution.bindCondition(plan.predicate, input);
  const turning = new TurningRows(condition, step, execution);
  const misses: FoundMiss[] = [];
  const uses = positiveUses(condition);
  for (const use of uses.length > MOST_LITERALS ? [] : uses) {
    for (const relaxation of use.text === '' ? [] : relaxationsOf(use.predicate)) {
      misses.push({ kind: relaxation.kind, use, relaxation, step, rows: await turning.byRelaxing(use, relaxation) });
    }
    await execution.checkpoint();
  }
  const parts = requiredParts(condition);
  for (const part of parts.length > MOST_PARTS ? parts.slice(0, MOST_PARTS) : parts) {
    const others = await literalsElsewhere(part, detection, execution);
    if (others.length === 0) continue;
    const rows = await matchedBy(others, physicalRows(await turning.byTaking(part), ...turning.place), execution);
    misses.push({ kind: 'condition', part, whole: part === condition, step, rows });
  }
  return misses;
}

/** The conditions that others stand beside with `and`, also within alternatives; a condition that is alone is the only one. */
function requiredParts(condition: Bound): readonly Bound[] {
  const parts: Bound[] = [];
  const visit = (bound: Bound): void => {
    if (bound.kind !== 'logic' || bound.operator === 'not') return;
    if (bound.operator === 'and') parts.push(...bound.args);
    for (const arg of bound.args) visit(arg);
  };
  visit(condition);
  return condition.kind === 'logic' && condition.operator === 'and' ? parts : [condition, ...parts];
}

/** The rows that a step's condition would keep were a part of it otherwise. */
class TurningRows {
  private readonly condition: Bound;
  private readonly step: WhereStep;
  private readonly execution: Execution;
  private readonly taken = new Map<Bound, Promise<Bitmap>>();

  constructor(condition: Bound, step: WhereStep, execution: Execution) {
    this.condition = condition;
    this.step = step;
    this.execution = execution;
  }

  /** What makes physical rows of positions in the frame. */
  get place(): readonly [frame: Frame, members: Bitmap | undefined, length: number] {
    const { input } = this.step;
    const { frame, members } = this.execution.domainOf(input);
    return [frame, members, input.physicalLength];
  }

  /** Physical rows, were a test made with a looser operator. */
  async byRelaxing({ test, predicate, list }: LiteralUse, { operator }: Relaxation): Promise<Uint32Array> {
    const [frame, members, length] = this.place;
    const args = test.kind === 'call' && test.name === predicate ? test.args.map(({ expr }) => expr) : [];
    const expr = { kind: 'call', name: operator, args, type: 'bool', span: test.expr.span } as const;
    const relaxed = await this.execution.mask(await this.execution.bind(expr, this.step.input), frame);
    if (list?.quantifier !== 'any') {
      return physicalRows(await this.turned(test, relaxed), frame, members, length).toRows();
    }
    const turning = await this.byTaking(list);
    const positions =
      relaxed.true instanceof Bitmap
        ? relaxed.true.and(turning).toRows()
        : relaxed.true.filter((position) => turning.has(position));
    const inside = members === undefined ? positions : positions.filter((position) => members.has(position));
    const { rows } = frame;
    return rows === undefined ? inside : inside.map((position) => rows[position]);
  }

  /** Positions in the frame, were a part always true. */
  byTaking(part: Bound): Promise<Bitmap> {
    const known = this.taken.get(part);
    if (known !== undefined) return known;
    const rows = this.turned(part, constantMask(true, this.place[0].length));
    this.taken.set(part, rows);
    return rows;
  }

  private async turned(part: Bound, mask: Mask): Promise<Bitmap> {
    const [frame] = this.place;
    const { masks } = this.execution;
    const other = await overriddenMask(this.condition, new Map([[part, mask]]), frame, masks);
    const as = await masks.mask(this.condition, frame);
    return asBitmap(other.true, frame.length).andNot(asBitmap(as.true, frame.length));
  }
}

/** A literal of a rule and the columns that its step reads. */
interface PlacedUse {
  readonly use: LiteralUse;
  readonly step: WhereStep;
}

/** The literals of a rule that do not stand within a part of it. */
async function literalsElsewhere(
  part: Bound,
  detection: readonly WhereStep[],
  execution: Execution,
): Promise<readonly PlacedUse[]> {
  const within = new Set(keysWithin(part));
  const found: PlacedUse[] = [];
  for (const step of detection) {
    const condition = await execution.bindCondition(step.plan.predicate, step.input);
    for (const use of positiveUses(condition)) {
      if (use.test.key === undefined || !within.has(use.test.key)) found.push({ use, step });
    }
  }
  return found;
}

/** The rows among some that one of some literals matches. */
async function matchedBy(uses: readonly PlacedUse[], rows: Bitmap, execution: Execution): Promise<Uint32Array> {
  const list = rows.toRows();
  const matched = new Bitmap(rows.length);
  for (const { use, step } of list.length === 0 ? [] : uses) {
    const { words } = await rowsWhere(use.test, withRows(step.input, list), execution);
    for (let i = 0; i < words.length; i++) matched.words[i] |= words[i];
    await execution.checkpoint();
  }
  return matched.toRows();
}

/** The rows that all of some steps keep. */
async function passing(rows: Uint32Array, steps: readonly WhereStep[], execution: Execution): Promise<Uint32Array> {
  let list = rows;
  for (const { plan, input } of steps) {
    if (list.length === 0) break;
    list = await execution.select(plan.predicate, { ...withRows(input, list), serialized: false });
  }
  return list;
}

/** The literals of a condition that make it true where they match: those that no `not` stands above. */
function positiveUses(condition: Bound): readonly LiteralUse[] {
  const negated = new Set<Bound>();
  const visit = (bound: Bound, below: boolean): void => {
    const not = below || (bound.kind === 'logic' && bound.operator === 'not');
    if (not) negated.add(bound);
    for (const child of boundChildren(bound)) visit(child, not);
  };
  visit(condition, false);
  return literalUses(condition).filter(({ test }) => !negated.has(test));
}

function keysWithin(bound: Bound): readonly string[] {
  return [...(bound.key === undefined ? [] : [bound.key]), ...boundChildren(bound).flatMap(keysWithin)];
}

/** The list that a literal is an element of, where it is one of alternatives. */
export function alternativesOf({ list }: LiteralUse): BoundList | undefined {
  return list?.quantifier === 'any' ? list : undefined;
}
