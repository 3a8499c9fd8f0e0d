import type { TabularOperator } from './operator.ts';

/** `where`: keeps the rows for which the predicate is true; neither false nor null is. */
export const where: TabularOperator<'where'> = {
  kind: 'where',
  async execute(node, context) {
    const input = await context.run(node.input);
    const rows = await context.select(node.predicate, input);
    return { ...input, rows };
  },
};
