import type { Bitmap } from '../columnar/bitmap.ts';
import type { Column } from '../columnar/column.ts';
import { valueText } from '../functions/value-text.ts';
import { rowsOf } from '../operators/relation.ts';
import { type LabelRows, labelledRows } from './label-rows.ts';
import { bitmapOf, excludedRows, type RuleRun } from './rule-run.ts';
import type { Breakdown } from './trend-report.ts';

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

/** The values of a column as numbers. */
interface NumberedValues {
  readonly of: (row: number) => number;
  readonly textOf: (number: number) => string;
  /** More than the greatest number. */
  readonly size: number;
}

function breakdown(
  name: string,
  column: Column,
  run: RuleRun,
  excluded: Bitmap,
  limit: number,
  labels: LabelRows,
): Breakdown {
  const hitRows = rowsOf(run.survivors);
  const removed = excluded.toRows();
  const values = numberedValues(column, hitRows.length + removed.length);
  const count = (rows: Uint32Array): Uint32Array => {
    const counts = new Uint32Array(values.size);
    for (let i = 0; i < rows.length; i++) counts[values.of(rows[i])]++;
    return counts;
  };
  const hits = count(hitRows);
  const taken = count(removed);
  const survivors = bitmapOf(run.survivors);
  const labelledHits = labelledRows(labels).filter((row) => survivors.has(row));
  const TP = count(labelledHits.filter((row) => labels.TP.has(row)));
  const FP = count(labelledHits.filter((row) => labels.FP.has(row)));
  const present: number[] = [];
  for (let i = 0; i < values.size; i++) if (hits[i] + taken[i] > 0) present.push(i);
  const ordered = present.sort((a, b) => hits[b] - hits[a] || taken[b] - taken[a]);
  const rest = ordered.slice(Math.max(0, limit));
  return {
    column: name,
    values: ordered.slice(0, Math.max(0, limit)).map((value) => ({
      text: values.textOf(value),
      hits: hits[value],
      excluded: taken[value],
      TP: TP[value],
      FP: FP[value],
    })),
    rest: { hits: rest.reduce((total, value) => total + hits[value], 0), values: rest.length },
  };
}

/** @param most rows that are asked about, at most */
function numberedValues(column: Column, most: number): NumberedValues {
  if (column.kind === 'string') {
    const { codes, dictionary } = column;
    return { of: (row) => codes[row], textOf: (code) => dictionary.get(code), size: dictionary.size };
  }
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    of: (row) => {
      const text = valueText(column.get(row), column.type);
      const number = numbers.get(text) ?? texts.push(text) - 1;
      numbers.set(text, number);
      return number;
    },
    textOf: (number) => texts[number],
    size: most,
  };
}
