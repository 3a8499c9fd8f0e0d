import { Download } from 'lucide-react';
import type { ExportFormat } from '../../../rule-engine/index.ts';
import { MenuButton, type MenuItem } from '../../components/Menu.tsx';
import type { LoadedRows } from '../../stores/row-windows.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { copyRows, saveRows } from './export-rows.ts';

const formats: readonly { readonly format: ExportFormat; readonly title: string }[] = [
  { format: 'csv', title: 'CSV' },
  { format: 'ndjson', title: 'NDJSON' },
  { format: 'markdown', title: 'Markdown table' },
  { format: 'datatable', title: 'KQL datatable' },
];

/** Copies or saves the selected rows, or all rows of the view when none is selected. */
export function ExportMenu({ rows }: { readonly rows: LoadedRows }) {
  const selected = useViewStore((state) => state.selected.size);
  const what = selected > 0 ? 'selected rows' : 'all rows shown';
  const { view } = rows;
  const disabled = !view || rows.total === 0;
  const items: readonly MenuItem[] = [
    { kind: 'heading', title: `Copy ${what} as` },
    ...formats.map(({ format, title }) => ({
      kind: 'action' as const,
      title,
      disabled,
      run: () => view && void copyRows(view, rows.columns, format),
    })),
    { kind: 'line' },
    { kind: 'heading', title: `Save ${what} to a file` },
    ...formats.map(({ format, title }) => ({
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
