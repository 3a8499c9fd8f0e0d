import { Bitmap } from '../../columnar/bitmap.ts';
import type { ExecutionCache } from '../execution-cache.ts';
import type { Bound, BoundCall, BoundColumn, BoundList, BoundLogic } from './bound.ts';
import { type CodeColumn, codeCount } from './code-column.ts';
import { codeSource } from './code-source.ts';
import { CodeVerdicts } from './code-verdicts.ts';
import { comparisonMask } from './compare-column.ts';
import type { Frame } from './domain.ts';
import { LazyColumn } from './lazy-column.ts';
import { codesAt, isAscending } from './listed-rows.ts';
import { andMasks, chooseMask, constantMask, type Mask, notMask, orMasks, widenedMask } from './mask.ts';
import { rowFunction } from './row-function.ts';
import { rowIndex } from './row-index.ts';
import { asBitmap, bytesOf, membersOf, positionsOf, unionOf } from './row-set.ts';
import { settleTogether } from './scan-together.ts';
import { learnCodes, settleByScan, settleFromHistory } from './settle-search.ts';
import { type ColumnSearch, columnSearch, settledCodes } from './settled-codes.ts';

/** Rows evaluated between two checkpoints. */
const BLOCK = 8192;

/** Of a shorter list each condition looks at all rows: telling those apart that are left open would take as long. */
const LEAST_NARROWED = 512;
/** Conditions that leave more than one in so many rows of a list open don't spare the next one enough. */
const FEW_SHARE = 2;

/** A predicate on one column of codes. */
interface CodeTest {
  readonly call: BoundCall;
  readonly source: CodeColumn;
  /** The predicate as a search of the column's dictionary, where it is one. */
  readonly search: ColumnSearch | undefined;
  readonly verdicts: CodeVerdicts;
}

/** Gives the mask of a bound `bool` over a frame. */
export interface MaskSource {
  mask(bound: Bound, frame: Frame): Promise<Mask>;
  /** The mask where it needs no work: most literals of a rule are those of the last run. */
  known(bound: Bound, frame: Frame): Mask | undefined;
}

/** Evaluates predicates over frames, and keeps what it found. */
export class MaskEvaluator implements MaskSource {
  private readonly cache: ExecutionCache;
  private readonly checkpoint: () => Promise<void>;

  constructor(cache: ExecutionCache, checkpoint: () => Promise<void>) {
    this.cache = cache;
    this.checkpoint = checkpoint;
  }

  /** The rows of a frame for which a bound `bool` is true, and those for which it is null. */
  async mask(bound: Bound, frame: Frame): Promise<Mask> {
    const known = this.known(bound, frame);
    if (known !== undefined) return known;
    if (bound.kind === 'constant') return constantMask(bound.value as boolean | null, frame.length);
    if (frame.rows === undefined && (bound.kind === 'logic' || bound.kind === 'list')) {
      const isKnown = (part: Bound) => this.known(part, frame) !== undefined;
      await settleTogether(bound, isKnown, ({ call, column }) => this.verdictsOf(call, column), this.checkpoint);
    }
    const mask = await this.evaluate(bound, frame);
    this.keep(bound, frame, mask);
    return mask;
  }

  known({ key, kind }: Bound, { rows, length }: Frame): Mask | undefined {
    if (key === undefined || kind === 'constant') return undefined;
    return rows === undefined ? this.cache.masks.get(`${length} ${key}`) : this.cache.masksOver(rows).get(key);
  }

  private keep({ key }: Bound, { rows, length }: Frame, mask: Mask): void {
    if (key === undefined) return;
    if (rows !== undefined) this.cache.masksOver(rows).set(key, mask);
    else this.cache.masks.set(`${length} ${key}`, mask, bytesOf(mask.true) + bytesOf(mask.null) + 100);
  }

  private async evaluate(bound: Exclude<Bound, { kind: 'constant' }>, frame: Frame): Promise<Mask> {
    switch (bound.kind) {
      case 'column':
        return this.columnMask(bound, frame);
      case 'logic': {
        if (bound.operator === 'and') return this.conjunction(bound.args, frame);
        if (bound.operator === 'not') return notMask(await this.mask(bound.args[0], frame));
        return orMasks(await this.masks(this.alternatives(bound, frame), frame), frame.length);
      }
      case 'choice': {
        const [condition, then, otherwise] = await this.masks([bound.condition, bound.then, bound.otherwise], frame);
        return chooseMask(condition, then, otherwise);
      }
      case 'list':
        return this.listMask(bound, frame);
      case 'call':
        return this.callMask(bound, frame);
    }
  }

  private async masks(bounds: readonly Bound[], frame: Frame): Promise<Mask[]> {
    const masks: Mask[] = [];
    for (const bound of bounds) masks.push(this.known(bound, frame) ?? (await this.mask(bound, frame)));
    return masks;
  }

  /** `and`: of a list of rows, each condition looks only at those that the ones before it leave open, where these are few. */
  private async conjunction(args: readonly Bound[], frame: Frame): Promise<Mask> {
    const { rows, length } = frame;
    const [first, ...rest] = args;
    if (rows === undefined || length < LEAST_NARROWED || rest.every((arg) => this.known(arg, frame) !== undefined)) {
      return andMasks(await this.masks(args, frame), length);
    }
    const mask = await this.mask(first, frame);
    const open = membersOf(mask.null === undefined ? mask.true : unionOf([mask.true, mask.null], length));
    if (open.length * FEW_SHARE > length) return andMasks([mask, await this.conjunction(rest, frame)], length);
    const among = { rows: open.map((position) => rows[position]), length: open.length };
    return andMasks([mask, widenedMask(await this.conjunction(rest, among), open, length)], length);
  }

  /** What an `or` is made of: the tests of its lists too, so that they are united once. */
  private alternatives({ args }: BoundLogic, frame: Frame): readonly Bound[] {
    return args.flatMap((arg) => {
      const isOpen = arg.kind === 'list' && arg.quantifier === 'any' && arg.set === undefined;
      return isOpen && this.known(arg, frame) === undefined ? arg.tests : [arg];
    });
  }

  private async listMask({ quantifier, tests, set }: BoundList, frame: Frame): Promise<Mask> {
    if (set !== undefined) return this.mask(set, frame);
    const masks = await this.masks(tests, frame);
    return quantifier === 'any' ? orMasks(masks, frame.length) : andMasks(masks, frame.length);
  }

  private async columnMask(bound: BoundColumn, frame: Frame): Promise<Mask> {
    const { column } = bound;
    if (column instanceof LazyColumn && column.repeatable) return this.mask(column.bound, frame);
    if (column.kind === 'mask' && frame.rows === undefined) {
      return { length: column.length, true: column.true, null: column.null };
    }
    return this.rowByRow(bound, frame);
  }

  private async callMask(call: BoundCall, frame: Frame): Promise<Mask> {
    if (call.key !== undefined && call.args.every(({ kind }) => kind === 'constant')) {
      return constantMask(rowFunction(call)(0) as boolean | null, frame.length);
    }
    if (frame.rows === undefined) {
      const mask = comparisonMask(call);
      if (mask !== undefined) return mask;
    }
    const source = codeSource(call);
    return source === undefined ? this.rowByRow(call, frame) : this.codeMask(call, source, frame);
  }

  /** Once for each distinct value of the one column that the predicate reads. */
  private async codeMask(call: BoundCall, source: CodeColumn, frame: Frame): Promise<Mask> {
    const verdicts = this.verdictsOf(call, source);
    const search = columnSearch(call, source);
    const { rows, length } = frame;
    if (rows === undefined) return this.wholeMask({ call, source, search, verdicts });
    if (verdicts.rows !== undefined && verdicts.sets().null === undefined && isAscending(rows)) {
      return { length, true: positionsOf(verdicts.rows, rows), null: undefined };
    }
    const codes = codesAt(source.codes, rows);
    if (search === undefined) return this.fill(length, (i) => verdicts.verdict(codes[i], rows[i]));
    learnCodes({ search, verdicts }, codes);
    return { length, true: verdicts.truePlaces(codes), null: undefined };
  }

  private async wholeMask({ call, source, search, verdicts }: CodeTest): Promise<Mask> {
    const index = rowIndex(source);
    if (!verdicts.complete) {
      if (search === undefined) await verdicts.completeAll(index, this.checkpoint);
      else if (!settleFromHistory({ search, verdicts })) await settleByScan({ search, verdicts }, this.checkpoint);
    }
    const sets = verdicts.sets();
    verdicts.rows ??= index.rowsOf(sets.true);
    this.cache.verdicts.set(call.key ?? '', verdicts, verdicts.bytes);
    const isNull = sets.null === undefined ? undefined : asBitmap(index.rowsOf(sets.null), source.length);
    return { length: source.length, true: verdicts.rows, null: isNull };
  }

  private verdictsOf(call: BoundCall, source: CodeColumn): CodeVerdicts {
    const key = call.key ?? '';
    const kept = this.cache.verdicts.get(key);
    if (kept !== undefined) return kept;
    const settled = settledCodes(call, source);
    const size = codeCount(source);
    const verdicts = settled === undefined ? new CodeVerdicts(size, rowFunction(call)) : CodeVerdicts.of(settled, size);
    this.cache.verdicts.set(key, verdicts, verdicts.bytes);
    return verdicts;
  }

  private rowByRow(bound: Bound, { rows, length }: Frame): Promise<Mask> {
    const evaluate = rowFunction(bound);
    return this.fill(length, rows === undefined ? evaluate : (i) => evaluate(rows[i]));
  }

  private async fill(length: number, verdict: (index: number) => unknown): Promise<Mask> {
    const isTrue = new Bitmap(length);
    let isNull: Bitmap | undefined;
    for (let i = 0; i < length; i++) {
      const value = verdict(i);
      if (value === true) isTrue.add(i);
      else if (value === null) {
        isNull ??= new Bitmap(length);
        isNull.add(i);
      }
      if (i % BLOCK === BLOCK - 1) await this.checkpoint();
    }
    return { length, true: isTrue, null: isNull };
  }
}
