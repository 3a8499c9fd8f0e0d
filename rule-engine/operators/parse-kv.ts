import { missingValue } from '../columnar/gather.ts';
import { convert } from '../functions/conversion.ts';
import { loadRegularExpressions } from '../functions/regular-expression-library.ts';
import { pairReader } from './key-value-pairs.ts';
import type { TabularOperator } from './operator.ts';
import { extendWithExtraction } from './text-extraction.ts';

/**
 * `parse-kv`: columns from the key and value pairs of a text; the first value of a key counts.
 * @see https://learn.microsoft.com/kusto/query/parse-kv-operator
 */
export const parseKeyValues: TabularOperator<'parse-kv'> = {
  kind: 'parse-kv',
  execute: async (node, context) => {
    if (node.regex !== undefined) await loadRegularExpressions();
    const readPairs = pairReader(
      node,
      node.keys.map(({ name }) => name),
    );
    const input = await context.run(node.input);
    const text = await context.column(node.expr, input);
    const extract = (value: string) => {
      const found = new Map<string, string>();
      for (const [key, item] of readPairs(value)) if (!found.has(key)) found.set(key, item);
      const values = node.keys.map(({ name, type }) => {
        const item = found.get(name);
        return item === undefined ? missingValue(type) : convert(item, 'string', type);
      });
      return { matched: true, values };
    };
    return extendWithExtraction(node.columns, input, text, node.keys, extract, context, false);
  },
};
