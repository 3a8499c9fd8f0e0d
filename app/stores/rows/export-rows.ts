import type { ColumnSchema, ExportFormat, View } from '../../../rule-engine/index.ts';
import { saveFile } from '../../browser/save-file.ts';
import { engine } from '../../workers/engine.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { tell } from '../notices/notice-store.ts';
import { shownColumns } from '../view/shown-columns.ts';
import { useViewStore } from '../view/view-store.ts';

/** The forms that rows can be had in, and what people call them. */
export const exportFormats: readonly { readonly format: ExportFormat; readonly title: string }[] = [
  { format: 'csv', title: 'CSV' },
  { format: 'ndjson', title: 'NDJSON' },
  { format: 'markdown', title: 'Markdown table' },
  { format: 'datatable', title: 'KQL datatable' },
];

const fileEndings: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  ndjson: 'ndjson',
  markdown: 'md',
  datatable: 'kql',
};

function exported(view: View, columns: readonly ColumnSchema[], format: ExportFormat): Promise<Blob> {
  const { selected, layout } = useViewStore.getState();
  const names = shownColumns(
    columns.map(({ name }) => name),
    layout,
  );
  const rows = selected.size > 0 ? { rows: [...selected] } : {};
  return engine.request('export', { view, format, columns: names, ...rows });
}

/** Puts the rows on the clipboard as text; says so, or why not. */
export async function copyRows(view: View, columns: readonly ColumnSchema[], format: ExportFormat): Promise<void> {
  try {
    const text = exported(view, columns, format).then((blob) => new Blob([blob], { type: 'text/plain' }));
    // The text is given as a promise, so that the press still counts as the user's when it has come.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    tell('Copied to the clipboard');
  } catch (error) {
    tell(`Nothing was copied: ${asWorkerError(error).message}`, 'error');
  }
}

/** Saves the rows to a file of the browser's choosing; says why not. */
export async function saveRows(view: View, columns: readonly ColumnSchema[], format: ExportFormat): Promise<void> {
  try {
    saveFile(await exported(view, columns, format), `${view.tab}.${fileEndings[format]}`);
  } catch (error) {
    tell(`Nothing was saved: ${asWorkerError(error).message}`, 'error');
  }
}
