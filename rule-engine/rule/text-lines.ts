/** A line of a text. */
export interface Line {
  readonly start: number;
  /** One past its last character, its line break not counted. */
  readonly end: number;
  /** The blanks that it begins with. */
  readonly indent: string;
  /** What follows `//` on a line that is nothing but a comment; undefined on other lines. */
  readonly comment: string | undefined;
}

/** The lines of a text; line breaks are `\n`, `\r\n` or `\r`. An empty text has one empty line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n|$/g)) {
    lines.push(lineOf(text.slice(start, match.index), start));
    start = match.index + match[0].length;
  }
  return lines;
}

function lineOf(content: string, start: number): Line {
  const indent = /^\s*/.exec(content)?.[0] ?? '';
  const comment = content.startsWith('//', indent.length) ? content.slice(indent.length + 2) : undefined;
  return { start, end: start + content.length, indent, comment };
}

/** The index of the line that holds a position. */
export function lineStartingAt(lines: readonly Line[], position: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
