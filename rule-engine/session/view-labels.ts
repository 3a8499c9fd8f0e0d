import type { Relation } from '../operators/relation.ts';
import { rowsOf } from '../operators/relation.ts';
import type { RowComparer } from '../operators/sort-rows.ts';
import type { LabelVerdict } from '../tuning/label.ts';
import type { LabelRows } from '../tuning/label-rows.ts';
import type { Facet } from './protocol/rows.ts';
import { labelColumn, type View } from './protocol/view.ts';

/** In the order in which rows are sorted; rows without a label come last. */
const VERDICTS: readonly (LabelVerdict | '')[] = ['TP', 'FP', 'unsure', ''];

/** True for a view that depends on labels. */
export function looksAtLabels({ sort, filters }: Pick<View, 'sort' | 'filters'>): boolean {
  return [...sort, ...filters].some(({ column }) => column === labelColumn);
}

/** The rows of a relation whose label all filters of the label column keep. */
export function withLabelFilters(relation: Relation, { filters }: View, labels: LabelRows): Relation {
  const asked = filters.filter(({ column }) => column === labelColumn);
  if (asked.length === 0) return relation;
  const kept = VERDICTS.filter((verdict) =>
    asked.every((filter) => filter.kind !== 'values' || filter.values.includes(verdict) !== (filter.not ?? false)),
  );
  return { ...relation, rows: rowsOf(relation).filter((row) => kept.includes(verdictOf(row, labels))) };
}

/** Orders rows by their labels. */
export function labelComparer(labels: LabelRows, descending: boolean): RowComparer {
  const sign = descending ? -1 : 1;
  const rank = (row: number): number => VERDICTS.indexOf(verdictOf(row, labels));
  return (a, b) => (rank(a) - rank(b)) * sign;
}

/** How many of some rows carry each label. */
export async function labelFacet(
  rows: Uint32Array,
  labels: LabelRows,
  checkpoint: () => Promise<void>,
): Promise<Facet> {
  const counts = new Map<string, number>();
  for (let i = 0; i < rows.length; i++) {
    const verdict = verdictOf(rows[i], labels);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (i % BLOCK === BLOCK - 1) await checkpoint();
  }
  const values = VERDICTS.map((text) => ({ text, rows: counts.get(text) ?? 0 })).filter((value) => value.rows > 0);
  return { column: labelColumn, distinct: values.length, values };
}

/** Rows counted between two checkpoints. */
const BLOCK = 1 << 15;

function verdictOf(row: number, { TP, FP, unsure }: LabelRows): LabelVerdict | '' {
  if (TP.has(row)) return 'TP';
  if (FP.has(row)) return 'FP';
  return unsure.has(row) ? 'unsure' : '';
}
