import type { TabularOperator } from './operator.ts';

/** `materialize`, `as` and what else is read more than once: the executor sees to it that it is run once. */
export const shared: TabularOperator<'shared'> = {
  kind: 'shared',
  execute: (node, context) => context.run(node.input),
};
