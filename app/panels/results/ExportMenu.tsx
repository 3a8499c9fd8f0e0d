import { Download } from 'lucide-react';
import { memo } from 'react';
import type { ExportFormat } from '../../../rule-engine/index.ts';
import { MenuButton, type MenuItem } from '../../components/Menu.tsx';
import { copyRows, exportFormats, saveRows } from '../../stores/rows/export-rows.ts';
import { currentRows, useRows } from '../../stores/rows/rows.ts';
import { useViewStore } from '../../stores/view/view-store.ts';

/** Copies or saves the selected rows, or all rows of the view when none is selected. */
export const ExportMenu = memo(function ExportMenu() {
  const selected = useViewStore((state) => state.selected.size);
  const what = selected > 0 ? 'selected rows' : 'all rows shown';
  const disabled = useRows((rows) => !rows.view || rows.total === 0);
  const withRows = (act: typeof copyRows | typeof saveRows, format: ExportFormat): void => {
    const { view, columns } = currentRows();
    if (view) void act(view, columns, format);
  };
  const items: readonly MenuItem[] = [
    { kind: 'heading', title: `Copy ${what} as` },
    ...exportFormats.map(({ format, title }) => ({
      kind: 'action' as const,
      title,
      disabled,
      run: () => withRows(copyRows, format),
    })),
    { kind: 'line' },
    { kind: 'heading', title: `Save ${what} to a file` },
    ...exportFormats.map(({ format, title }) => ({
      kind: 'action' as const,
      title,
      disabled,
      run: () => withRows(saveRows, format),
    })),
  ];
  return (
    <MenuButton label="Copy or save rows" items={items}>
      <Download size={16} aria-hidden />
    </MenuButton>
  );
});
