export interface ExportedName {
  readonly name: string;
  /** The zone that the export's header states for its times; undefined when it says none. */
  readonly zone: 'UTC' | 'other' | undefined;
}

/** The column that a header of an export names: Log Analytics adds ` [UTC]`, ` [Local Time]` or an offset. */
export function exportedName(header: string): ExportedName {
  const match = /^(.*\S)\s+\[(UTC|Local Time|(?:UTC)?[+-]\d{1,2}(?::?\d{2})?)\]$/i.exec(header.trim());
  if (match === null) return { name: header.trim(), zone: undefined };
  return { name: match[1], zone: match[2].toUpperCase() === 'UTC' ? 'UTC' : 'other' };
}
