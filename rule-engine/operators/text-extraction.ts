import type { Column } from '../columnar/column.ts';
import { codedColumn } from '../columnar/columns.ts';
import { valueText } from '../functions/value-text.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { OperatorContext } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';

const BLOCK = 1 << 12;

/** What a text gives: a value for each extracted column, and whether the text was as the pattern says. */
export interface Extraction {
  readonly matched: boolean;
  readonly values: readonly Scalar[];
}

/**
 * Adds columns to a relation that are extracted from a text, once for each distinct text. The rows stay the same ones;
 * with `matchedOnly` those whose text does not match are left out.
 */
export async function extendWithExtraction(
  schema: readonly ColumnSchema[],
  input: Relation,
  text: Column,
  extracted: readonly ColumnSchema[],
  extract: (text: string) => Extraction,
  context: OperatorContext,
  matchedOnly: boolean,
): Promise<Relation> {
  const slots = new Map<string, number>();
  const slotOfCode = text.kind === 'string' ? new Int32Array(text.dictionary.size).fill(-1) : undefined;
  const distinct: Scalar[][] = extracted.map(() => []);
  const matched: boolean[] = [];
  const codes = new Uint32Array(input.physicalLength);
  const add = (value: string): number => {
    const { values, matched: isMatch } = extract(value);
    values.forEach((item, at) => {
      distinct[at].push(item);
    });
    return matched.push(isMatch) - 1;
  };
  const slotOf = (row: number): number => {
    if (text.kind === 'string' && slotOfCode !== undefined) {
      const code = text.codes[row];
      if (slotOfCode[code] < 0) slotOfCode[code] = add(text.dictionary.get(code));
      return slotOfCode[code];
    }
    const value = valueText(text.get(row), text.type);
    const known = slots.get(value) ?? add(value);
    slots.set(value, known);
    return known;
  };
  const rows = rowsOf(input);
  for (let i = 0; i < rows.length; i++) {
    codes[rows[i]] = slotOf(rows[i]);
    if (i % BLOCK === 0) await context.checkpoint();
  }
  const columns = schema.map(({ name }) => {
    const at = extracted.findIndex((column) => column.name === name);
    if (at >= 0) return codedColumn(extracted[at].type, codes, distinct[at]);
    return input.columns[input.schema.findIndex((column) => column.name === name)];
  });
  const kept = matchedOnly ? rows.filter((row) => matched[codes[row]]) : input.rows;
  return { ...input, schema, columns, rows: kept };
}
