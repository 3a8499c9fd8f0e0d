/** What a log's `#Fields` line says of the entries after it. */
export interface FieldDirective {
  readonly fields: readonly string[];
  /** A blank stands for any number of blanks and tabs. */
  readonly separator: string;
  /** Whether values may stand in quotes. */
  readonly quoted: boolean;
}

/** What Zeek writes for a value that is not set, and W3C's logs for one that is missing; a set without members. */
const NOTHING: ReadonlySet<string> = new Set(['-', '(empty)']);

/** The separator that Zeek's first line states: `#separator \x09`. */
export function statedSeparator(line: string): string | undefined {
  const [, code, character] = /^#separator (?:\\x([0-9a-f]{2})|(\S))$/i.exec(line.trimEnd()) ?? [];
  return code === undefined ? character : String.fromCharCode(Number.parseInt(code, 16));
}

/** The fields that a comment names; undefined for other comments. `separator` is the one that the log has stated. */
export function fieldDirective(line: string, separator: string | undefined): FieldDirective | undefined {
  const [, mark, rest] = /^#fields(:[ \t]*|\t)(\S.*)$/i.exec(line.trimEnd()) ?? [];
  if (rest === undefined) return undefined;
  if (!mark.startsWith(':')) {
    const stated = separator ?? '\t';
    return { fields: rest.split(stated), separator: stated, quoted: false };
  }
  const byCommas = rest.includes(',') && !/\s/.test(rest);
  const directive = { separator: byCommas ? ',' : ' ', quoted: true };
  return { ...directive, fields: splitEntry(rest, { ...directive, fields: [] }) };
}

/** Zeek's types that are no text, as Kusto's. */
const TYPES: { readonly [type: string]: string } = {
  time: 'datetime',
  interval: 'real',
  double: 'real',
  count: 'long',
  int: 'long',
  port: 'long',
  bool: 'bool',
};

/** The types that Zeek's line `#types` states for fields, as Kusto's, by the fields' names; undefined for other lines. */
export function statedTypes(
  line: string,
  fields: readonly string[],
  separator = '\t',
): ReadonlyMap<string, string> | undefined {
  const [mark, ...types] = line.trimEnd().split(separator);
  if (mark !== '#types') return undefined;
  return new Map(fields.map((field, at) => [field, TYPES[types[at]] ?? 'string']));
}

/** What Zeek writes for true and false, as Kusto reads it. */
export function truth(cell: string): string {
  return { T: 'true', F: 'false' }[cell] ?? cell;
}

/** An entry's values; one that says that there is none is empty. */
export function splitEntry(line: string, { separator, quoted }: FieldDirective): string[] {
  const cells = quoted ? quotedCells(line, separator) : line.split(separator);
  return separator === ',' ? cells : cells.map((cell) => (NOTHING.has(cell) ? '' : cell));
}

const BETWEEN_COMMAS = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/y;
const BETWEEN_BLANKS = /[ \t]*(?:"((?:[^"]|"")*)"(?=[ \t]|$)|([^ \t]+))/y;

function quotedCells(line: string, separator: string): string[] {
  const cell = separator === ',' ? BETWEEN_COMMAS : BETWEEN_BLANKS;
  const cells: string[] = [];
  cell.lastIndex = 0;
  while (cell.lastIndex < line.length) {
    const found = cell.exec(line);
    if (found === null) break;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2]);
  }
  if (separator === ',' && line.endsWith(',')) cells.push('');
  return cells;
}
