import { type MouseEvent, type ReactNode, useState } from 'react';
import type { GridRow } from '../../../rule-engine/index.ts';
import { countOf } from '../../components/format.ts';
import { type MenuItem, MenuList } from '../../components/Menu.tsx';
import { Popover } from '../../components/Popover.tsx';
import type { LoadedRows } from '../../stores/rows/row-windows.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { type ChosenRows, chosenRows, exclude, label } from './row-actions.ts';
import type { ScrollSight } from './scroll-sight.ts';
import { withValue } from './value-filter.ts';

interface OpenMenu {
  readonly chosen: ChosenRows;
  /** The column of the cell; undefined when it was asked for by key. */
  readonly column: string | undefined;
  readonly anchor: { readonly current: HTMLElement | null };
}

interface GridMenu {
  readonly open: (event: MouseEvent) => void;
  readonly element: ReactNode;
}

/**
 * The menu of a cell, or of the row at the keyboard: label, exclude, keep or leave out its value.
 *
 * @param areEvents false where the query made the rows anew
 */
export function useGridMenu(rows: LoadedRows, sight: ScrollSight, areEvents: boolean): GridMenu {
  const [menu, setMenu] = useState<OpenMenu>();
  const close = (): void => {
    setMenu(undefined);
    sight.element?.focus();
  };
  const open = (event: MouseEvent): void => {
    const { actions, cursor, selected } = useViewStore.getState();
    const target = event.target as HTMLElement;
    const line =
      target.closest<HTMLElement>('[data-position]') ?? sight.element?.querySelector<HTMLElement>(`#row-${cursor}`);
    const position = Number(line?.dataset.position ?? Number.NaN);
    const row = rows.rowAt(position);
    if (!line || !row || target.closest('[role="columnheader"]')) return;
    event.preventDefault();
    actions.setCursor(position);
    if (!selected.has(row.row)) actions.setSelected(new Set());
    const cell = target.closest<HTMLElement>('[data-column]');
    setMenu({
      chosen: chosenRows(rows, row),
      column: cell?.dataset.column,
      anchor: { current: cell ?? line },
    });
  };
  const element = menu && (
    <Popover anchor={menu.anchor} role="menu" label="Row" onClose={close}>
      <MenuList items={menuItems(menu, rows, areEvents)} onDone={close} />
    </Popover>
  );
  return { open, element };
}

function menuItems({ chosen, column }: OpenMenu, rows: LoadedRows, areEvents: boolean): readonly MenuItem[] {
  const { row } = chosen;
  const disabled = !areEvents;
  return [
    { kind: 'heading', title: `Label ${countOf(chosen.chosen.length, 'row')}` },
    { kind: 'action', title: 'True positive', hint: 'T', disabled, run: () => label(chosen, 'TP') },
    { kind: 'action', title: 'False positive', hint: 'F', disabled, run: () => label(chosen, 'FP') },
    { kind: 'action', title: 'Unsure', hint: 'U', disabled, run: () => label(chosen, 'unsure') },
    { kind: 'action', title: 'Clear the label', hint: 'X', disabled, run: () => label(chosen, null) },
    { kind: 'line' },
    {
      kind: 'action',
      title: column === undefined || column.startsWith('#') ? 'Exclude…' : `Exclude by ${column}…`,
      hint: 'E',
      disabled: disabled || row.verdict.kind !== 'hit',
      run: () => exclude(chosen, column?.startsWith('#') ? undefined : column),
    },
    ...valueItems(row, column, rows),
  ];
}

/** What can be done with the value of a cell. */
function valueItems(row: GridRow, column: string | undefined, rows: LoadedRows): readonly MenuItem[] {
  const place = rows.columns.findIndex(({ name }) => name === column);
  const text = row.cells[place]?.text;
  if (column === undefined || text === undefined || text === null) return [];
  const { setFilters } = useViewStore.getState().actions;
  const { filters } = useViewStore.getState();
  return [
    { kind: 'line' },
    {
      kind: 'action',
      title: `Keep only this ${column}`,
      run: () => setFilters(column, withValue(filters, column, text, false)),
    },
    {
      kind: 'action',
      title: `Leave out this ${column}`,
      run: () => setFilters(column, withValue(filters, column, text, true)),
    },
    { kind: 'action', title: 'Copy the value', run: () => void navigator.clipboard.writeText(text) },
  ];
}
