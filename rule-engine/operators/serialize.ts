import { extended } from './extend.ts';
import type { TabularOperator } from './operator.ts';

/** `serialize`: fixes the order of the rows as it stands, and extends. */
export const serialize: TabularOperator<'serialize'> = {
  kind: 'serialize',
  async execute(node, context) {
    const input = await context.run(node.input);
    return extended({ ...input, serialized: true }, node.items, context);
  },
};
