import type { Bitmap } from '../columnar/bitmap.ts';
import type { Column } from '../columnar/column.ts';
import { valueText } from '../functions/value-text.ts';
import { rowsOf } from '../operators/relation.ts';
import type { LabelRows } from './label-rows.ts';
import { excludedRows, type RuleRun } from './rule-run.ts';
import type { Breakdown, BreakdownValue } from './trend-report.ts';

/** Hits by value of columns of the rule's first table; columns that it lacks are left out. */
export function breakdownOf(
  run: RuleRun,
  names: readonly string[],
  limit: number,
  labels: LabelRows,
): readonly Breakdown[] {
  const excluded = excludedRows(run);
  return names.flatMap((name) => {
    const index = run.base.schema.findIndex((column) => column.name === name);
    return index < 0 ? [] : [breakdown(name, run.base.columns[index], run, excluded, limit, labels)];
  });
}

type Counts = { -readonly [Key in keyof Omit<BreakdownValue, 'text'>]: number };

function breakdown(
  name: string,
  column: Column,
  run: RuleRun,
  excluded: Bitmap,
  limit: number,
  labels: LabelRows,
): Breakdown {
  const counts = new Map<number | string, Counts>();
  const keyOf = (row: number): number | string =>
    column.kind === 'string' ? column.codes[row] : valueText(column.get(row), column.type);
  const countsOf = (row: number): Counts => {
    const key = keyOf(row);
    const known = counts.get(key) ?? { hits: 0, excluded: 0, TP: 0, FP: 0 };
    counts.set(key, known);
    return known;
  };
  for (const row of rowsOf(run.survivors)) {
    const value = countsOf(row);
    value.hits++;
    if (labels.TP.has(row)) value.TP++;
    if (labels.FP.has(row)) value.FP++;
  }
  for (const row of excluded.toRows()) countsOf(row).excluded++;
  const ordered = [...counts].sort(([, a], [, b]) => b.hits - a.hits || b.excluded - a.excluded);
  const rest = ordered.slice(Math.max(0, limit));
  const textOf = (key: number | string): string =>
    typeof key === 'number' && column.kind === 'string' ? column.dictionary.get(key) : String(key);
  return {
    column: name,
    values: ordered.slice(0, Math.max(0, limit)).map(([key, value]) => ({ text: textOf(key), ...value })),
    rest: { hits: rest.reduce((total, [, { hits }]) => total + hits, 0), values: rest.length },
  };
}
