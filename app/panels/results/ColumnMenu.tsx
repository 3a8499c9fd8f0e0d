import { EllipsisVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import { type MenuItem, MenuList } from '../../components/Menu.tsx';
import { Popover } from '../../components/Popover.tsx';
import { useViewStore } from '../../stores/view/view-store.ts';
import { ColumnFilterForm } from './ColumnFilterForm.tsx';
import { columnMoved } from './column-order.ts';
import styles from './Grid.module.css';
import { type GridColumn, ownColumnTitles } from './grid-columns.ts';
import { LabelFilterForm } from './LabelFilterForm.tsx';
import type { PlacedColumn } from './placed-columns.ts';
import type { GridTable } from './use-grid-table.ts';

interface ColumnMenuProps {
  readonly table: GridTable;
  readonly column: GridColumn;
  readonly placed: readonly PlacedColumn[];
  /** Its place in `placed`. */
  readonly index: number;
}

/** What can be done with a column: filter, sort, move, pin, widen, hide. All of it by keyboard. */
export function ColumnMenu({ table, column, placed, index }: ColumnMenuProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const name = ownColumnTitles[column.name] ?? column.name;
  const done = (): void => {
    setOpen(false);
    anchor.current?.focus();
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles.menu}
        aria-label={`${name}: filter, sort, pin, hide`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <EllipsisVertical size={14} aria-hidden />
      </button>
      {open && (
        <Popover anchor={anchor} label={`Column ${name}`} onClose={() => setOpen(false)}>
          {column.kind === 'label' && <LabelFilterForm />}
          {column.cell >= 0 && <ColumnFilterForm column={column} onDone={done} />}
          <div role="menu" aria-label={`Column ${name}`}>
            <MenuList items={menuItems(table, column.name, placed, index)} onDone={done} />
          </div>
        </Popover>
      )}
    </>
  );
}

function menuItems(
  table: GridTable,
  name: string,
  placed: readonly PlacedColumn[],
  index: number,
): readonly MenuItem[] {
  const leaf = table.getColumn(name);
  if (!leaf) return [];
  const { setLayout } = useViewStore.getState().actions;
  const { widths } = useViewStore.getState().layout;
  const move = (to: number): void => setLayout({ order: columnMoved(placed, name, to) });
  const widen = (by: number): void => setLayout({ widths: { ...widths, [name]: Math.max(28, leaf.getSize() + by) } });
  const pinned = leaf.getIsPinned();
  return [
    ...(leaf.getCanSort()
      ? ([
          { kind: 'action', title: 'Sort ascending', run: () => leaf.toggleSorting(false) },
          { kind: 'action', title: 'Sort descending', run: () => leaf.toggleSorting(true) },
          { kind: 'line' },
        ] as const)
      : []),
    { kind: 'action', title: 'Move left', disabled: index === 0, run: () => move(index - 1) },
    { kind: 'action', title: 'Move right', disabled: index === placed.length - 1, run: () => move(index + 1) },
    { kind: 'action', title: 'Wider', run: () => widen(40) },
    { kind: 'action', title: 'Narrower', run: () => widen(-40) },
    { kind: 'line' },
    ...(pinned
      ? ([{ kind: 'action', title: 'Unpin', run: () => leaf.pin(false) }] as const)
      : ([
          { kind: 'action', title: 'Pin left', run: () => leaf.pin('start') },
          { kind: 'action', title: 'Pin right', run: () => leaf.pin('end') },
        ] as const)),
    { kind: 'action', title: 'Hide', run: () => leaf.toggleVisibility(false) },
  ];
}
