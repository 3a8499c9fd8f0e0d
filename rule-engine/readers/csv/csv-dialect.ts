/** The delimiters that are looked for, in order of preference. */
const CSV_DELIMITERS: readonly string[] = [',', '\t', ';', '|'];

const LINES_TRIED = 20;

export interface CsvDialect {
  readonly delimiter: string;
  /** Columns of the first line. */
  readonly columns: number;
  /** The share of the first lines that have as many columns as the header, 0 to 1. */
  readonly agreement: number;
}

/** The delimiter that splits the header and most of the following lines into the same number of cells; `stated` is the one that the file names. */
export function detectCsvDialect(head: string, stated?: string): CsvDialect {
  let best: CsvDialect = { delimiter: stated ?? ',', columns: 1, agreement: 0 };
  for (const delimiter of stated === undefined ? CSV_DELIMITERS : [stated]) {
    const counts = cellCounts(head, delimiter);
    if (counts.length === 0 || counts[0] < 2) continue;
    const agreeing = counts.filter((count) => count === counts[0]).length;
    const dialect = { delimiter, columns: counts[0], agreement: agreeing / counts.length };
    if (best.columns < 2 || score(dialect) > score(best)) best = dialect;
  }
  return best;
}

function score(dialect: CsvDialect): number {
  return dialect.agreement + Math.min(dialect.columns, 10) / 100;
}

/** Cells of each of the first lines, quotes respected; a last line that may be cut is left out. */
function cellCounts(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  for (let at = 0; at < head.length && counts.length < LINES_TRIED; at++) {
    const char = head[at];
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) cells++;
    else if (char === '\n') {
      if (!empty) counts.push(cells);
      cells = 1;
      empty = true;
      continue;
    }
    if (char !== '\r') empty = false;
  }
  if (counts.length === 0 && !empty) counts.push(cells);
  return counts;
}
