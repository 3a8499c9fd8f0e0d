import type { ColumnFilter } from '../../../rule-engine/index.ts';

function valuesFilter(filters: readonly ColumnFilter[], column: string) {
  for (const filter of filters) if (filter.kind === 'values' && filter.column === column) return filter;
  return undefined;
}

/** Which values of a column the filters keep or drop by name. */
export function valuesChosen(
  filters: readonly ColumnFilter[],
  column: string,
): ReadonlyMap<string, 'kept' | 'dropped'> {
  const filter = valuesFilter(filters, column);
  return new Map(filter?.values.map((value) => [value, filter.not ? 'dropped' : 'kept']));
}

/**
 * The column's filters after a press on a value: it joins those that are kept (or, with `not`, those left out), or
 * leaves them when it was among them. Keeping and leaving out replace each other.
 */
export function withValue(
  filters: readonly ColumnFilter[],
  column: string,
  value: string,
  not: boolean,
): readonly ColumnFilter[] {
  const current = valuesFilter(filters, column);
  const same = current && (current.not ?? false) === not ? current.values : [];
  const values = same.includes(value) ? same.filter((other) => other !== value) : [...same, value];
  return values.length === 0 ? [] : [{ column, kind: 'values', values, ...(not && { not }) }];
}
