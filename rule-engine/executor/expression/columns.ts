import { Bitmap } from '../../columnar/bitmap.ts';
import type { Column } from '../../columnar/column.ts';
import { codedColumn, constantColumn, maskColumn } from '../../columnar/columns.ts';
import type { Relation } from '../../operators/relation.ts';
import { scalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import type { ExecutionCache } from '../execution-cache.ts';
import type { Bound } from './bound.ts';
import { type CodeColumn, codeCount } from './code-column.ts';
import { codeSource } from './code-source.ts';
import { columnWriter } from './column-writer.ts';
import type { Frame } from './domain.ts';
import { LazyColumn } from './lazy-column.ts';
import type { MaskEvaluator } from './masks.ts';
import { rowFunction } from './row-function.ts';
import { asBitmap } from './row-set.ts';

/** Rows or values evaluated between two checkpoints. */
const BLOCK = 4096;

/** Evaluates expressions to columns over the rows of a relation. */
export class ColumnEvaluator {
  private readonly cache: ExecutionCache;
  private readonly masks: MaskEvaluator;
  private readonly checkpoint: () => Promise<void>;

  constructor(cache: ExecutionCache, masks: MaskEvaluator, checkpoint: () => Promise<void>) {
    this.cache = cache;
    this.masks = masks;
    this.checkpoint = checkpoint;
  }

  /** A bound expression over a relation's rows; where they are few, a column that evaluates what is read. */
  async column(bound: Bound, relation: Relation): Promise<Column> {
    const { physicalLength } = relation;
    if (bound.kind === 'constant') return constantColumn(bound.type, bound.value, physicalLength);
    if (bound.kind === 'column') {
      const { column } = bound;
      return column instanceof LazyColumn && column.repeatable ? this.column(column.bound, relation) : column;
    }
    const { frame } = this.cache.domains.of(relation);
    if (frame.rows !== undefined || bound.key === undefined) return new LazyColumn(bound, physicalLength);
    if (bound.type === 'bool') return this.truth(bound, frame);
    const source = codeSource(bound);
    return source === undefined ? this.rowByRow(bound, relation) : this.byCode(bound, source);
  }

  private async truth(bound: Bound, frame: Frame): Promise<Column> {
    const mask = await this.masks.mask(bound, frame);
    return maskColumn(asBitmap(mask.true, mask.length), mask.null);
  }

  private async rowByRow(bound: Bound, relation: Relation): Promise<Column> {
    const { rows, physicalLength } = relation;
    const evaluate = rowFunction(bound);
    const writer = columnWriter(bound.type, physicalLength);
    const length = rows?.length ?? physicalLength;
    for (let i = 0; i < length; i++) {
      const row = rows === undefined ? i : rows[i];
      writer.set(row, evaluate(row));
      if (i % BLOCK === BLOCK - 1) await this.checkpoint();
    }
    return writer.finish();
  }

  /** Evaluates each code that some row has once, and gives equal results one code. */
  private async byCode(bound: Bound, source: CodeColumn): Promise<Column> {
    const key = `${source.length} ${bound.key}`;
    const kept = this.cache.columns.get(key);
    if (kept !== undefined) return kept;
    const { codes } = source;
    const evaluate = rowFunction(bound);
    const size = codeCount(source);
    const seen = new Bitmap(size);
    const newCodes = new Uint32Array(size);
    const distinct: Scalar[] = [];
    const known = new Map<unknown, number>();
    const result = new Uint32Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row];
      if (!seen.has(code)) {
        seen.add(code);
        newCodes[code] = numberOf(evaluate(row), distinct, known);
        if (distinct.length % BLOCK === 0) await this.checkpoint();
      }
      result[row] = newCodes[code];
      if (row % (BLOCK * 16) === 0) await this.checkpoint();
    }
    const column = codedColumn(bound.type, result, distinct);
    this.cache.columns.set(key, column, result.byteLength + distinct.length * 64);
    return column;
  }
}

function numberOf(value: Scalar, distinct: Scalar[], known: Map<unknown, number>): number {
  const key = scalarKey(value);
  let code = known.get(key);
  if (code === undefined) {
    code = distinct.length;
    known.set(key, code);
    distinct.push(value);
  }
  return code;
}
