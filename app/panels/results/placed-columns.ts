import type { CSSProperties } from 'react';
import type { GridColumn } from './grid-columns.ts';
import type { GridTable } from './use-grid-table.ts';

/** A visible column with its place on screen. */
export interface PlacedColumn {
  readonly column: GridColumn;
  /** Its place among the visible columns, from 0. */
  readonly index: number;
  readonly width: number;
  readonly pinned: 'start' | 'end' | false;
  /** True at the border between pinned columns and those that scroll. */
  readonly isEdge: boolean;
  readonly style: CSSProperties;
}

/** The visible columns from left to right; pinned ones keep to their side. */
export function placedColumns(table: GridTable, columns: readonly GridColumn[]): readonly PlacedColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const left = table.getStartVisibleLeafColumns();
  const right = table.getEndVisibleLeafColumns();
  const visible = [...left, ...table.getCenterVisibleLeafColumns(), ...right];
  const edges = [left.at(-1)?.id, right[0]?.id];
  return visible.flatMap((leaf, index): PlacedColumn[] => {
    const column = byName.get(leaf.id);
    if (!column) return [];
    const width = leaf.getSize();
    const pinned = leaf.getIsPinned();
    return [{ column, index, width, pinned, isEdge: edges.includes(leaf.id), style: { width } }];
  });
}
