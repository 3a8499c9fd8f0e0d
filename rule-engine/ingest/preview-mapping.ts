import { valueText } from '../functions/value-text.ts';
import { loadSource, type SourceFile } from './load-source.ts';
import type { SourceOverride } from './source-report.ts';
import type { UserMapping } from './user-mapping.ts';

const HEAD_BYTES = 1024 * 1024;

export interface MappingPreview {
  readonly table: string;
  /** Only columns that a row has a value in. */
  readonly columns: readonly string[];
  /** The first rows, as text, in the order of `columns`. */
  readonly rows: readonly (readonly string[])[];
}

/** The first rows that a mapping makes of a file's beginning. Undefined when it takes none of its records. */
export async function previewMapping(
  file: SourceFile,
  mapping: UserMapping,
  rows = 20,
  override: SourceOverride = {},
): Promise<MappingPreview | undefined> {
  const head = Object.assign(file.slice(0, HEAD_BYTES), { name: file.name });
  const { report, tables } = await loadSource(head, {
    userMappings: [mapping],
    override: { ...override, mapping: mapping.id },
  });
  const index = report.tables.findIndex((table) => table.mapping === mapping.id);
  if (index < 0) return undefined;
  const { table } = tables[index];
  const count = Math.min(rows, table.length);
  const texts = table.schema.map(({ type }, at) =>
    Array.from({ length: count }, (_, row) => {
      const value = table.columns[at].get(row);
      return value === null ? '' : valueText(value, type);
    }),
  );
  const used = table.schema.flatMap(({ name }, at) => (texts[at].some((text) => text !== '') ? [{ name, at }] : []));
  return {
    table: mapping.table,
    columns: used.map(({ name }) => name),
    rows: Array.from({ length: count }, (_, row) => used.map(({ at }) => texts[at][row])),
  };
}
