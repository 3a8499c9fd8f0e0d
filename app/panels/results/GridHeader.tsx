import { ArrowDown, ArrowUp, Filter, Tag } from 'lucide-react';
import { type DragEvent, memo, type ReactNode } from 'react';
import { labelColumn } from '../../../rule-engine/index.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { ColumnStrip } from './ColumnStrip.tsx';
import { columnMoved } from './column-order.ts';
import styles from './Grid.module.css';
import { changeColumn, flagLetters, ownColumnTitles, titledWidth } from './grid-columns.ts';
import type { PlacedColumn } from './placed-columns.ts';
import type { ColumnScreen } from './use-column-screen.ts';
import type { GridTable } from './use-grid-table.ts';

interface GridHeaderProps {
  readonly table: GridTable;
  readonly placed: readonly PlacedColumn[];
  readonly shown: ColumnScreen;
}

/** The columns' names: press to sort (with Shift by several), drag to reorder, drag the edge to resize. */
export const GridHeader = memo(function GridHeader({ table, placed, shown }: GridHeaderProps) {
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" aria-rowindex={1} className={styles.headerLine}>
        <ColumnStrip
          shown={shown}
          cell={(place) => <HeaderCell key={place.column.name} table={table} place={place} placed={placed} />}
        />
      </div>
    </div>
  );
});

interface HeaderCellProps extends Omit<GridHeaderProps, 'shown'> {
  readonly place: PlacedColumn;
}

const dragType = 'application/x-penumbra-column';
const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell({ table, place, placed }: HeaderCellProps) {
  const { column, index, pinned, isEdge, style } = place;
  const leaf = table.getColumn(column.name);
  const header = table.getFlatHeaders().find(({ id }) => id === column.name);
  const filtered = useViewStore((state) => state.filters.some((filter) => filter.column === column.name));
  const { setLayout } = useViewStore((state) => state.actions);
  if (!leaf || !header) return null;
  const sorted = leaf.getIsSorted();
  const drop = (event: DragEvent): void => {
    const dragged = event.dataTransfer.getData(dragType);
    if (dragged) setLayout({ order: columnMoved(placed, dragged, index) });
  };
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      data-edge={isEdge ? pinned : undefined}
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={`${styles.headerCell} ${styles[`${column.kind}Header`] ?? ''}`}
      style={style}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={drop}
    >
      <button
        type="button"
        draggable
        className={styles.name}
        title={headerTitle(column)}
        onDragStart={(event) => event.dataTransfer.setData(dragType, column.name)}
        onClick={leaf.getToggleSortingHandler()}
      >
        {column.kind === 'flag' ? (
          <abbr title={column.name} aria-label={column.name}>
            {flagLetters(column.name)}
          </abbr>
        ) : (
          <span className={styles.nameText}>
            {column.name === labelColumn ? (
              <Tag size={12} aria-label={ownColumnTitles[labelColumn]} />
            ) : (
              headerText(column.name, place.width)
            )}
          </span>
        )}
        {filtered && <Filter size={11} aria-label="filtered" />}
        {sorted === 'asc' && <ArrowUp size={12} aria-hidden />}
        {sorted === 'desc' && <ArrowDown size={12} aria-hidden />}
        {sorted && table.state.sorting.length > 1 && <sub className={styles.order}>{leaf.getSortIndex() + 1}</sub>}
      </button>
      <ColumnMenu table={table} column={column} placed={placed} index={index} />
      <div
        aria-hidden
        className={styles.resizer}
        onMouseDown={(event) => {
          // Else the browser drags the header that comes to stand under the pointer.
          event.preventDefault();
          header.getResizeHandler()(event);
        }}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => leaf.resetSize()}
      />
    </div>
  );
}

/** A column of signs has no room for its name. */
function headerText(name: string, width: number): ReactNode {
  const title = ownColumnTitles[name] ?? name;
  if (name !== changeColumn || width >= titledWidth) return title;
  return <abbr aria-label={title}>±</abbr>;
}

function headerTitle({ name, kind, type }: PlacedColumn['column']): string {
  if (kind === 'flag') return `${name} (flag)`;
  return ownColumnTitles[name] ?? `${name}: ${type}`;
}
