import { fieldAt, hasValue } from '../mappings/field-path.ts';
import type { ColumnMapping, Mapping } from '../mappings/mapping.ts';
import { mappings } from '../mappings/registry.ts';

/** A mapping that the user made, as it is saved: plain JSON. */
export interface UserMapping {
  readonly id: string;
  /** The name that the user gave it. */
  readonly name: string;
  /** The table that it fills. */
  readonly table: string;
  /** The mapping that it adds to, by its id; without one, `columns` is all there is. */
  readonly base?: string;
  /** The table's columns by the path of the field that fills each, as the report names left-over fields. */
  readonly columns: { readonly [column: string]: string };
  /** Fields that a file must have for the mapping to be used: its shape. Those of `columns` are the usual choice. */
  readonly shape: readonly string[];
}

/** The mapping that a saved one stands for. Paths are those of the base mapping's view. */
export function mappingOf(saved: UserMapping): Mapping {
  const base = mappings.find(({ id, table }) => id === saved.base && table === saved.table);
  const within = base?.leftoversIn;
  const path = (field: string) => (within === undefined ? field : `${within}.${field}`);
  const own = Object.fromEntries(
    Object.entries(saved.columns).map(([column, field]): [string, ColumnMapping] => [column, path(field)]),
  );
  return {
    ...base,
    id: saved.id,
    title: saved.name,
    table: saved.table,
    source: 'Made by you',
    accepts: (record) =>
      (base === undefined || base.accepts(record)) &&
      saved.shape.some((field) => hasValue(fieldAt(record.fields, path(field)))),
    columns: { ...base?.columns, ...own },
    leftovers: base === undefined ? 'AdditionalFields' : base.leftovers,
  };
}

/** A mapping read from JSON, or undefined when the JSON isn't one. */
export function userMappingFrom(value: unknown): UserMapping | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, name, table, base, columns, shape } = value as { readonly [key: string]: unknown };
  const texts = [id, name, table, base ?? ''];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  if (typeof columns !== 'object' || columns === null) return undefined;
  if (!Object.values(columns).every((field) => typeof field === 'string')) return undefined;
  if (!Array.isArray(shape) || !shape.every((field) => typeof field === 'string')) return undefined;
  return value as UserMapping;
}
