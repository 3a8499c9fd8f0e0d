import type { GridRow, LabelVerdict, RowSelection } from '../../../rule-engine/index.ts';
import { labelRows } from '../../stores/labels/label-rows.ts';
import { tell } from '../../stores/notices/notice-store.ts';
import type { LoadedRows } from '../../stores/rows/row-windows.ts';
import { useExcludeStore } from '../../stores/tuning/exclude-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';

/** Rows to act on: the selection when the row is in it or there is no other, else the row alone. */
export interface ChosenRows {
  readonly rows: LoadedRows;
  readonly chosen: readonly number[];
  /** The row that the keyboard or the pointer is at. */
  readonly row: GridRow;
}

export function chosenRows(rows: LoadedRows, row: GridRow): ChosenRows {
  const { selected } = useViewStore.getState();
  return { rows, row, chosen: selected.size > 0 ? [...selected] : [row.row] };
}

/** Labels the rows; null takes the label away. */
export function label({ rows, chosen }: ChosenRows, verdict: LabelVerdict | null): void {
  const selection: RowSelection | undefined = rows.view && { view: rows.view, rows: chosen };
  if (selection) void labelRows(selection, verdict);
}

/** Begins an exclusion of the rows, which must be hits. */
export function exclude({ chosen, row }: ChosenRows, column?: string): void {
  if (row.verdict.kind === 'hit') useExcludeStore.getState().actions.begin(chosen, column);
  else tell('Only a hit can be excluded: this row is none');
}

/** What a key does with the rows, by `KeyboardEvent.key` in lower case. */
export const rowActions: Readonly<Partial<Record<string, (chosen: ChosenRows) => void>>> = {
  t: (chosen) => label(chosen, 'TP'),
  f: (chosen) => label(chosen, 'FP'),
  u: (chosen) => label(chosen, 'unsure'),
  x: (chosen) => label(chosen, null),
  delete: (chosen) => label(chosen, null),
  e: (chosen) => exclude(chosen),
};
