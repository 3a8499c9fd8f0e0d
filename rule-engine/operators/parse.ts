import { loadRegularExpressions } from '../functions/regular-expression-library.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { TabularOperator } from './operator.ts';
import { parsePattern } from './parse-pattern.ts';
import { extendWithExtraction } from './text-extraction.ts';

/**
 * `parse` and `parse-where`: columns from the parts of a text. A text that doesn't match gives missing values, or with
 * `parse-where` no row.
 * @see https://learn.microsoft.com/kusto/query/parse-operator
 */
export const parse: TabularOperator<'parse'> = {
  kind: 'parse',
  execute: async (node, context) => {
    await loadRegularExpressions();
    const extract = parsePattern(node);
    const extracted = node.pattern.flatMap((part): ColumnSchema[] =>
      part.kind === 'column' ? [{ name: part.name, type: part.type }] : [],
    );
    const input = await context.run(node.input);
    const text = await context.column(node.expr, input);
    const matchedOnly = node.operator === 'parse-where';
    return extendWithExtraction(node.columns, input, text, extracted, extract, context, matchedOnly);
  },
};
