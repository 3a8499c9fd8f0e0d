import type { FieldValue } from '../readers/reader.ts';

/** A kind of text that tells a column where no name does. */
export interface ValueShape {
  readonly column: string;
  readonly test: RegExp;
}

const PROGRAM = String.raw`("[^"]*([\\/][^"]*|\.(exe|com|bat|cmd|ps1))"|\S+\.exe|/(usr|bin|opt|sbin|home|tmp|var|etc|lib)/\S*)`;

/** A program's path. */
export const PROGRAM_PATH: ValueShape = {
  column: 'FolderPath',
  test: /^([A-Z]:\\|\\Device\\|\\\\\?\\)[^"<>|*?]*\.(exe|com|scr|dll)$|^\/(usr|bin|opt|sbin|home|tmp|snap)\/[^\s"']+$/i,
};

/** In the order in which fields are given away: a field tells one column. */
export const VALUE_SHAPES: readonly ValueShape[] = [
  { column: 'ProcessCommandLine', test: new RegExp(`^${PROGRAM}\\s+\\S`, 'i') },
  PROGRAM_PATH,
  { column: 'SHA256', test: /^[0-9a-f]{64}$/i },
  { column: 'SHA1', test: /^[0-9a-f]{40}$/i },
  { column: 'MD5', test: /^[0-9a-f]{32}$/i },
  {
    column: 'Timestamp',
    test: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$|^\d{1,2}\/\d{1,2}\/\d{4},? \d{1,2}:\d\d/,
  },
];

/** True when at least half of the values, and one of them, are of the shape. */
export function isOfShape(shape: ValueShape, values: readonly FieldValue[]): boolean {
  const fitting = values.filter((value) => typeof value === 'string' && shape.test.test(value.trim())).length;
  return fitting > 0 && fitting * 2 >= values.length;
}
