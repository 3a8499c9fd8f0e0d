import { Download } from 'lucide-react';
import { MenuButton, type MenuItem } from '../../components/Menu.tsx';
import { copyRows, exportFormats, saveRows } from '../../stores/export-rows.ts';
import type { LoadedRows } from '../../stores/row-windows.ts';
import { useViewStore } from '../../stores/view-store.ts';

/** Copies or saves the selected rows, or all rows of the view when none is selected. */
export function ExportMenu({ rows }: { readonly rows: LoadedRows }) {
  const selected = useViewStore((state) => state.selected.size);
  const what = selected > 0 ? 'selected rows' : 'all rows shown';
  const { view } = rows;
  const disabled = !view || rows.total === 0;
  const items: readonly MenuItem[] = [
    { kind: 'heading', title: `Copy ${what} as` },
    ...exportFormats.map(({ format, title }) => ({
      kind: 'action' as const,
      title,
      disabled,
      run: () => view && void copyRows(view, rows.columns, format),
    })),
    { kind: 'line' },
    { kind: 'heading', title: `Save ${what} to a file` },
    ...exportFormats.map(({ format, title }) => ({
      kind: 'action' as const,
      title,
      disabled,
      run: () => view && void saveRows(view, rows.columns, format),
    })),
  ];
  return (
    <MenuButton label="Copy or save rows" items={items}>
      <Download size={16} aria-hidden />
    </MenuButton>
  );
}
