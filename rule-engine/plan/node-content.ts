import type { Plan } from './plan.ts';

/**
 * What a node says, apart from where it stands and from its input: the same object for nodes that say the same with the same
 * columns. It has no members: what follows from it is kept by it.
 */
export type NodeContent = object;

const contents = new WeakMap<Plan, NodeContent>();

/** The content of a node that was read from a text; undefined for other nodes, and for those that hold plans within. */
export function contentOf(plan: Plan): NodeContent | undefined {
  return contents.get(plan);
}

/** Notes the content of a node. */
export function setContent(plan: Plan, content: NodeContent): void {
  contents.set(plan, content);
}
