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
  /** Fields of which a file must have one for the mapping to be used: its shape. Those of `columns` are the usual choice. */
  readonly shape: readonly string[];
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
