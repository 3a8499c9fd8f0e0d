import type { CSSProperties } from 'react';
import type { GridColumn } from './grid-columns.ts';
import type { GridTable } from './use-grid-table.ts';

/** A visible column with its place on screen. */
export interface PlacedColumn {
  readonly column: GridColumn;
  readonly width: number;
  readonly pinned: 'start' | 'end' | false;
  readonly style: CSSProperties;
}

/** The visible columns from left to right; pinned ones stick to their side. */
export function placedColumns(table: GridTable, columns: readonly GridColumn[]): readonly PlacedColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const visible = [
    ...table.getStartVisibleLeafColumns(),
    ...table.getCenterVisibleLeafColumns(),
    ...table.getEndVisibleLeafColumns(),
  ];
  return visible.flatMap((leaf): PlacedColumn[] => {
    const column = byName.get(leaf.id);
    if (!column) return [];
    const width = leaf.getSize();
    const pinned = leaf.getIsPinned();
    const style: CSSProperties = { width };
    if (pinned === 'start') style.left = leaf.getStart('start');
    if (pinned === 'end') style.right = leaf.getAfter('end');
    return [{ column, width, pinned, style }];
  });
}
