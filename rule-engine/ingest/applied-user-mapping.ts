import { acceptsRecord } from '../mappings/apply-mapping.ts';
import { fieldAt, hasValue } from '../mappings/field-path.ts';
import type { ColumnMapping, Mapping } from '../mappings/mapping.ts';
import type { LogRecord } from '../readers/reader.ts';
import { builtInTable } from '../schema/catalogue.ts';
import type { UserMapping } from './user-mapping.ts';

/** A saved mapping as it is applied to a file's records. */
export interface AppliedUserMapping {
  readonly mapping: Mapping;
  /** The mapping that it stands in for. */
  readonly base: Mapping | undefined;
  /** True when a record is of the shape that the mapping was made for. */
  readonly hasShape: (record: LogRecord) => boolean;
}

/**
 * The mapping that a saved one stands for; undefined when `bases` lacks the one that it adds to. Paths are those of the
 * base's view. The shape tells the file alone: of a file of that shape, all records that the base takes are mapped.
 */
export function appliedUserMapping(saved: UserMapping, bases: readonly Mapping[]): AppliedUserMapping | undefined {
  const base = bases.find(({ id, table }) => id === saved.base && table === saved.table);
  if (saved.base !== undefined && base === undefined) return undefined;
  const within = base?.leftoversIn;
  const path = (field: string) => (within === undefined ? field : `${within}.${field}`);
  const own = Object.fromEntries(
    Object.entries(saved.columns).map(([column, field]): [string, ColumnMapping] => [column, path(field)]),
  );
  const hasOneOf = (record: LogRecord, fields: readonly string[]) =>
    fields.some((field) => hasValue(fieldAt(record.fields, path(field))));
  const hasBag = base !== undefined || hasAdditionalFields(saved.table);
  const all: Mapping = {
    ...base,
    id: saved.id,
    title: saved.name,
    table: saved.table,
    source: 'Made by you',
    accepts: base?.accepts ?? ((record) => hasOneOf(record, [...saved.shape, ...Object.values(saved.columns)])),
    columns: { ...base?.columns, ...own },
  };
  // A column that a field fills can't take the left-over fields as well.
  const bag = base === undefined ? 'AdditionalFields' : base.leftovers;
  const { leftovers: _, ...rest } = all;
  const mapping: Mapping = bag !== undefined && hasBag && own[bag] === undefined ? { ...rest, leftovers: bag } : rest;
  const shaped: Mapping = {
    ...mapping,
    accepts: (record) => mapping.accepts(record) && hasOneOf(record, saved.shape),
  };
  return { mapping, base, hasShape: (record) => acceptsRecord(shaped, record) };
}

/**
 * The mappings for a file of which some records have the shape of user mappings: those, and the others for its other
 * records. No record is mapped twice to one table: of user mappings that would, the first is used. Empty when no user
 * mapping is for the file.
 */
export function mappingsWithOwn(
  sample: readonly LogRecord[],
  userMappings: readonly AppliedUserMapping[],
  others: readonly Mapping[],
): readonly Mapping[] {
  const used: AppliedUserMapping[] = [];
  for (const own of userMappings) {
    const clashes = used.some(
      ({ mapping, base }) =>
        mapping.table === own.mapping.table &&
        (base === undefined || own.base === undefined || base.id === own.base.id),
    );
    if (!clashes && sample.some(own.hasShape)) used.push(own);
  }
  if (used.length === 0) return [];
  const replaced = (other: Mapping) =>
    used.some(({ mapping, base }) => (base === undefined ? mapping.table === other.table : base.id === other.id));
  return [...used.map(({ mapping }) => mapping), ...others.filter((other) => !replaced(other))];
}

function hasAdditionalFields(table: string): boolean {
  return builtInTable(table)?.columns.some(({ name }) => name === 'AdditionalFields') ?? true;
}
