import { Bitmap } from '../columnar/bitmap.ts';
import type { Table } from '../columnar/table.ts';
import { tableFromRows } from '../columnar/table-builder.ts';
import { ExecutionCache } from '../executor/execution-cache.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { LabelRows } from '../tuning/label-rows.ts';
import { Run } from './run.ts';

/** A rule's text in its parts, as tests write it. */
export interface RuleText {
  readonly detection: string;
  readonly exclusions?: string;
  readonly output?: string;
}

const none = async (): Promise<void> => {};

/** A table named `Log`; datetimes are given as text. */
export function logTable(columns: readonly ColumnSchema[], rows: readonly (readonly (Scalar | string)[])[]): Table {
  return tableFromRows(
    columns,
    rows.map((row) =>
      row.map((value, i) =>
        columns[i].type === 'datetime' && typeof value === 'string' ? (parseDatetime(value) ?? null) : value,
      ),
    ),
  );
}

/** A rule over a table, evaluated. `now` is text. */
export async function tuneRule(
  rule: RuleText,
  table: Table,
  { now = '2026-01-02T00:00:00Z', cache = new ExecutionCache() } = {},
): Promise<Run & { readonly text: string }> {
  const { detection, exclusions = '', output = '' } = rule;
  const text = detection + exclusions + output;
  const globals = makeGlobals([{ name: 'Log', columns: table.schema }]);
  const { plan, diagnostics } = compile(text, globals);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  const catalogue = { table: (name: string) => (name === 'Log' ? table : undefined) };
  const context = { catalogue, now: parseDatetime(now) ?? 0n, cache, checkpoint: none };
  const span = { start: detection.length, length: exclusions.length };
  const run = await Run.of(1, plan, span, context);
  return Object.assign(run, { text });
}

/** Labels by row number. */
export function labelled(length: number, labels: Partial<Record<keyof LabelRows, readonly number[]>>): LabelRows {
  const rows = (numbers: readonly number[] = []): Bitmap => Bitmap.fromRows(length, numbers);
  return { TP: rows(labels.TP), FP: rows(labels.FP), unsure: rows(labels.unsure) };
}
