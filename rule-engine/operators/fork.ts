import type { TabularOperator } from './operator.ts';

/** `fork` and `facet`: the result of the first branch, which is the query's. */
export const fork: TabularOperator<'fork'> = {
  kind: 'fork',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    return context.runSubquery(node.branches[0].plan, input);
  },
};
