const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** What stands before the header line. */
export interface CsvPreamble {
  /** Characters of it, whole lines. */
  readonly length: number;
  readonly lines: number;
  /** The delimiter that Excel's line `sep=;` states. */
  readonly delimiter: string | undefined;
}

/** Blank lines, Excel's `sep=;`, and comments that begin with # and have no cells. */
export function csvPreamble(head: string): CsvPreamble {
  let [length, lines] = [0, 0];
  let delimiter: string | undefined;
  for (let end = head.indexOf('\n'); end >= 0; end = head.indexOf('\n', length)) {
    const line = head.slice(length, end).trim();
    const [, stated] = /^"?sep=(.|\\t)"?$/i.exec(line) ?? [];
    if (stated !== undefined) delimiter = stated === '\\t' ? '\t' : stated;
    else if (line !== '' && !/^#[^,;\t|]*$/.test(line)) break;
    length = end + 1;
    lines++;
  }
  return { length, lines, delimiter };
}

/** The first bytes of an input with line ends alone for what stands before its header: lines keep their numbers. */
export function withoutPreamble(bytes: Uint8Array, { length, lines }: CsvPreamble, head: string): Uint8Array {
  if (length === lines) return bytes;
  const rest = bytes.subarray(new TextEncoder().encode(head.slice(0, length)).length);
  const kept = new Uint8Array(lines + rest.length).fill(NEWLINE, 0, lines);
  kept.set(rest, lines);
  return kept;
}

/** Whether lines end in a carriage return alone, as on an old Mac. */
export function hasOldLineEnds(head: string): boolean {
  return head.includes('\r') && !head.includes('\n');
}

/** The bytes with line feeds for carriage returns. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte === RETURN ? NEWLINE : byte));
}
