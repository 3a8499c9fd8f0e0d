import type { Span } from '../base/span.ts';
import { spanEnd } from '../base/span.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';

/**
 * The columns of plugins that depend on the rows (`evaluate bag_unpack(…)`), found by running them: by the position where
 * the plugin's call ends in the text. Kusto too binds such a query in two steps.
 */
export type FoundSchemas = ReadonlyMap<number, readonly ColumnSchema[]>;

/** A text with the found columns written after their calls, `: (a:long)`, and the way back to positions of the original. */
export interface TextWithSchemas {
  readonly text: string;
  readonly toOriginal: (span: Span) => Span;
}

/** Writes the found columns into the text, as Kusto's own syntax has it. */
export function writeSchemas(text: string, found: FoundSchemas): TextWithSchemas {
  const insertions = [...found].sort(([a], [b]) => a - b).map(([at, columns]) => ({ at, text: schemaText(columns) }));
  let written = '';
  let from = 0;
  for (const { at, text: insertion } of insertions) {
    written += text.slice(from, at) + insertion;
    from = at;
  }
  const toOriginal = (position: number): number => {
    let shift = 0;
    for (const { at, text: insertion } of insertions) {
      if (position <= at + shift) break;
      if (position < at + shift + insertion.length) return at;
      shift += insertion.length;
    }
    return position - shift;
  };
  return {
    text: written + text.slice(from),
    toOriginal: (span) => {
      const start = toOriginal(span.start);
      return { start, length: toOriginal(spanEnd(span)) - start };
    },
  };
}

function schemaText(columns: readonly ColumnSchema[]): string {
  return ` : (${columns.map(({ name, type }) => `[${JSON.stringify(name)}]:${type}`).join(', ')})`;
}
