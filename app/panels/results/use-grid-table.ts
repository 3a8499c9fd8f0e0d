import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  type ReactTable,
  rowSortingFeature,
  type TableOptions,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GridRow } from '../../../rule-engine/index.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { pinnedNames, pinsAfter } from './column-pins.ts';
import type { GridColumn } from './grid-columns.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

export type GridTable = ReactTable<typeof features, GridRow>;

const noRows: GridRow[] = [];
const narrow: ReadonlySet<GridColumn['kind']> = new Set(['flag', 'label', 'change']);

/**
 * The model of the grid's columns: order, width, pins, what is hidden, sorting. Its state lives in the view store. The
 * rows are not its business: they stay in the worker, and the grid paints windows of them.
 */
export function useGridTable(columns: readonly GridColumn[]): GridTable {
  const layout = useViewStore((state) => state.layout);
  const sort = useViewStore((state) => state.sort);
  const { setLayout, setSort } = useViewStore((state) => state.actions);
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, GridRow> => ({
          id: column.name,
          header: column.name,
          // The library sorts no column without one; the worker has the values.
          accessorFn: () => undefined,
          sortDescFirst: column.kind === 'number' || column.kind === 'flag' || column.type === 'datetime',
          size: column.width,
          minSize: narrow.has(column.kind) ? 26 : 48,
          enableSorting: column.kind !== 'reason' && column.kind !== 'change',
        }),
      ),
    [columns],
  );
  const state = useMemo(() => {
    const pinned = pinnedNames(columns, layout.pins, layout.order);
    return {
      // The grid's own columns come first, wherever the reader moved the others.
      columnOrder: [...columns.filter(({ cell }) => cell < 0).map(({ name }) => name), ...layout.order],
      columnPinning: { start: [...pinned.start], end: [...pinned.end] },
      columnSizing: { ...layout.widths },
      columnVisibility: Object.fromEntries(layout.hidden.map((name) => [name, false])),
      sorting: sort.map(({ column, descending }) => ({ id: column, desc: descending })),
    };
  }, [columns, layout, sort]);
  // With the same options it is the same table, and what depends on it need not be painted anew.
  const options = useMemo(
    (): TableOptions<typeof features, GridRow> => ({
      features,
      columns: definitions,
      data: noRows,
      state,
      manualSorting: true,
      columnResizeMode: 'onChange',
      onColumnOrderChange: (update) => setLayout({ order: functionalUpdate(update, state.columnOrder) }),
      onColumnPinningChange: (update) =>
        setLayout({ pins: pinsAfter(columns, layout.pins, functionalUpdate(update, state.columnPinning)) }),
      onColumnSizingChange: (update) => setLayout({ widths: functionalUpdate(update, state.columnSizing) }),
      onColumnVisibilityChange: (update) => {
        const visibility = functionalUpdate(update, state.columnVisibility);
        setLayout({ hidden: Object.keys(visibility).filter((name) => !visibility[name]) });
      },
      onSortingChange: (update) =>
        setSort(functionalUpdate(update, state.sorting).map(({ id, desc }) => ({ column: id, descending: desc }))),
    }),
    [columns, definitions, state, layout.pins, setLayout, setSort],
  );
  return useTable<typeof features, GridRow>(options);
}
