import type { Column } from '../columnar/column.ts';
import { convert } from '../functions/conversion.ts';
import { dynamicText, isBag, isDynamicArray } from '../functions/value-text.ts';
import type { MvExpandPlan } from '../plan/plan.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import { DynamicScalar, type DynamicValue, type Scalar } from '../schema/value.ts';
import type { OperatorContext } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';

const BLOCK = 1 << 13;

/** Rows made by expanding arrays: for each its source row, its place in the arrays, and a value an item. */
export interface ArrayExpansion {
  readonly sourceRows: Uint32Array;
  readonly indexes: readonly number[];
  readonly values: readonly (readonly Scalar[])[];
}

/**
 * Expands the arrays of each row side by side: as many rows as the longest has elements, the others padded with nulls.
 * A bag gives a row a property, null one row, an empty array none.
 */
export async function expandArrays(
  items: MvExpandPlan['items'],
  bagExpansion: 'bag' | 'array',
  limit: number,
  input: Relation,
  context: OperatorContext,
): Promise<ArrayExpansion> {
  const columns: Column[] = [];
  for (const { expr } of items) columns.push(await context.column(expr, input));
  const sourceRows: number[] = [];
  const indexes: number[] = [];
  const values: Scalar[][] = items.map(() => []);
  let work = 0;
  for (const row of rowsOf(input)) {
    const lists = columns.map((column) => elementsOf(column.get(row), bagExpansion));
    const longest = Math.min(limit, Math.max(...lists.map((list) => list.length)));
    for (let index = 0; index < longest; index++) {
      sourceRows.push(row);
      indexes.push(index);
      lists.forEach((list, at) => {
        values[at].push(convertElement(list[index] ?? null, items[at].to ?? 'dynamic'));
      });
      if (++work % BLOCK === 0) await breathe(items, context);
    }
    if (++work % BLOCK === 0) await breathe(items, context);
  }
  return { sourceRows: Uint32Array.from(sourceRows), indexes, values };
}

async function breathe(items: MvExpandPlan['items'], context: OperatorContext): Promise<void> {
  context.reserve(BLOCK * 16, items[0].expr.span);
  await context.checkpoint();
}

function elementsOf(value: Scalar, bagExpansion: 'bag' | 'array'): readonly DynamicValue[] {
  if (isDynamicArray(value)) return value;
  if (isBag(value as DynamicValue)) {
    const properties = [...(value as ReadonlyMap<string, DynamicValue>)];
    return bagExpansion === 'array' ? properties : properties.map((property) => new Map([property]));
  }
  return [value as DynamicValue];
}

/**
 * `to typeof(…)`: converts an element by its own type. Numbers become numbers and text stays text: the string "2" is no
 * long; only a datetime and a guid are read from text.
 */
function convertElement(value: DynamicValue, to: ScalarType): Scalar {
  if (to === 'dynamic') return value;
  if (to === 'string') return value === null ? '' : dynamicText(value);
  if (value === null) return null;
  if (value instanceof DynamicScalar) return value.type === to ? value.value : null;
  switch (to) {
    case 'long':
    case 'int':
    case 'real':
      if (typeof value === 'bigint') return convert(value, 'long', to);
      return typeof value === 'number' ? convert(value, 'real', to) : null;
    case 'bool':
      if (typeof value === 'boolean') return value;
      if (typeof value === 'bigint') return value !== 0n;
      return Number.isInteger(value) ? value !== 0 : null;
    case 'datetime':
    case 'guid':
      return typeof value === 'string' ? convert(value, 'string', to) : null;
    default:
      return null;
  }
}

/** The value of a `limit` clause; without one there is no limit. */
export async function limitOf(node: Pick<MvExpandPlan, 'limit'>, context: OperatorContext): Promise<number> {
  if (node.limit === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, Number((await context.constant(node.limit)) ?? 0));
}
