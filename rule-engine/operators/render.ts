import type { TabularOperator } from './operator.ts';

/** `render`: the rows as they are. */
export const render: TabularOperator<'render'> = {
  kind: 'render',
  execute: (node, context) => context.run(node.input),
};
