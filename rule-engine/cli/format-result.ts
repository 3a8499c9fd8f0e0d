import { valueJson, valueText } from '../functions/value-text.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';

export const resultFormats = ['table', 'json', 'csv', 'ndjson'] as const;
export type ResultFormat = (typeof resultFormats)[number];

/** The widest cell of the table form, in characters. */
const widest = 60;

/** A result as text. `json` is an array of objects, `ndjson` an object a line; cells as in the batch protocol. */
export function formatResult(result: Relation, format: ResultFormat): string {
  switch (format) {
    case 'table':
      return table(result);
    case 'csv':
      return `${[names(result), ...textRows(result)].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
    case 'ndjson':
      return objects(result)
        .map((object) => `${object}\n`)
        .join('');
    case 'json':
      return `[${objects(result)
        .map((object) => `\n${object}`)
        .join(',')}\n]\n`;
  }
}

function names(result: Relation): readonly string[] {
  return result.schema.map(({ name }) => name);
}

function textRows(result: Relation): readonly (readonly string[])[] {
  return Array.from(rowsOf(result), (row) =>
    result.columns.map((column, i) => valueText(column.get(row), result.schema[i].type)),
  );
}

function objects(result: Relation): readonly string[] {
  const keys = names(result).map((name) => JSON.stringify(name));
  return Array.from(rowsOf(result), (row) => {
    const cells = result.columns.map((column, i) => `${keys[i]}:${valueJson(column.get(row), result.schema[i].type)}`);
    return `{${cells.join(',')}}`;
  });
}

function table(result: Relation): string {
  const rows = [names(result), ...textRows(result)].map((cells) => cells.map(tableCell));
  const widths = result.schema.map((_, i) => rows.reduce((width, cells) => Math.max(width, cells[i].length), 0));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return `${lines.join('\n')}\n`;
}

function tableCell(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
