import type { Table } from '../columnar/table.ts';
import { tableFromRows } from '../columnar/table-builder.ts';
import type { Expr, ListExpr, NamedExpr, Plan } from '../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { ExecutionCache } from './execution-cache.ts';
import type { RunContext } from './run-context.ts';

/** Plans and expressions for tests, written by hand: each expression gets a span of its own. */

let position = 0;

function span(): { readonly start: number; readonly length: number } {
  position += 10;
  return { start: position, length: 5 };
}

export function text(value: string): Expr {
  return { kind: 'literal', value, type: 'string', span: span() };
}

export function literal(value: Scalar, type: ScalarType): Expr {
  return { kind: 'literal', value, type, span: span() };
}

export function column(name: string, type: ScalarType = 'string'): Expr {
  return { kind: 'column', name, type, span: span() };
}

export function call(name: string, args: readonly Expr[], type: ScalarType = 'bool'): Expr {
  return { kind: 'call', name, args, type, span: span() };
}

export function list(left: Expr, operator: ListExpr['operator'], elements: readonly Expr[]): Expr {
  return { kind: 'list', type: 'bool', operator, left, list: elements, span: span() };
}

export function table(name: string, columns: readonly ColumnSchema[]): Plan {
  return { kind: 'table', name, columns, span: span() };
}

export function where(input: Plan, predicate: Expr): Plan {
  return { kind: 'where', input, predicate, columns: input.columns, span: span() };
}

export function extend(input: Plan, items: readonly NamedExpr[]): Plan {
  const added = items.map(({ name, expr }) => ({ name, type: expr.type }));
  return { kind: 'extend', input, items, columns: [...input.columns, ...added], span: span() };
}

export function sort(input: Plan, name: string, type: ScalarType, order: 'asc' | 'desc' = 'asc'): Plan {
  const keys = [{ expr: column(name, type), order, nulls: order === 'asc' ? ('first' as const) : ('last' as const) }];
  return { kind: 'sort', input, keys, columns: input.columns, span: span() };
}

/** A context over one table named `T`. */
export function contextOf(rows: Table, cache?: ExecutionCache, checkpoint = async (): Promise<void> => {}): RunContext {
  return {
    catalogue: { table: (name) => (name === 'T' ? rows : undefined) },
    now: 0n,
    checkpoint,
    ...(cache && { cache }),
  };
}

/** A table from rows; repeated so often that many rows share each value, as in event logs. */
export function tableOf(schema: readonly ColumnSchema[], rows: readonly (readonly Scalar[])[], repeat = 1): Table {
  return tableFromRows(schema, Array.from({ length: repeat }, () => rows).flat());
}
