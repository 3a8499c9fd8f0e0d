import type { Generation, ProcessKey } from './process-events.ts';
import type { ProcessIndex } from './process-index.ts';
import type { ProcessNode, ProcessTree } from './process-tree.ts';

/** Ancestors that are followed, generations of descendants, and processes in all. */
const MOST_ANCESTORS = 32;
const MOST_GENERATIONS = 8;
const MOST_NODES = 300;

/** A process on the way to the tree's root: its own event, or the event of a child that tells of it. */
interface Ancestor {
  readonly row: number;
  readonly generation: Generation;
}

type Growing = { -readonly [Key in keyof ProcessNode]: ProcessNode[Key] };

/** The tree around the process that an event created: its ancestors, and all that it started. */
export function growProcessTree(row: number, index: ProcessIndex): ProcessTree {
  const line = [...ancestorsOf(row, index)].reverse();
  const nodes: Growing[] = [];
  for (const [i, ancestor] of line.entries()) {
    nodes.push(nodeOf(ancestor, i === 0 ? undefined : i - 1, index));
    const key = index.events.keyOf(ancestor.row, ancestor.generation);
    const children = key === undefined ? 0 : index.startedBy(key).length;
    nodes[i].moreChildren = Math.max(0, children - 1);
  }
  const focus = nodes.length;
  nodes.push(nodeOf({ row, generation: 'self' }, focus === 0 ? undefined : focus - 1, index));
  addDescendants(nodes, focus, index);
  return { deviceName: index.events.deviceName(row), nodes, focus };
}

/** From the parent up. */
function* ancestorsOf(row: number, index: ProcessIndex): Generator<Ancestor> {
  const { events } = index;
  const seen = new Set([row]);
  let child = row;
  for (let depth = 0; depth < MOST_ANCESTORS; ) {
    const own = events.keyOf(child, 'self');
    let found: number | undefined;
    for (const generation of ['parent', 'grandparent'] as const) {
      const key = events.keyOf(child, generation);
      if (key === undefined || isSame(key, own)) return;
      found = index.find(key, own?.created ?? events.timeOf(child));
      if (found !== undefined && seen.has(found)) return;
      depth++;
      yield found === undefined ? { row: child, generation } : { row: found, generation: 'self' };
      if (found !== undefined) break;
    }
    if (found === undefined) return;
    seen.add(found);
    child = found;
  }
}

/** A process can't have started itself: such rows are of systems that write the id of the process as its parent's. */
function isSame(key: ProcessKey, own: ProcessKey | undefined): boolean {
  return own !== undefined && key.processId === own.processId && (key.created ?? own.created) === own.created;
}

function addDescendants(nodes: Growing[], focus: number, index: ProcessIndex): void {
  const seen = new Set(nodes.map(({ row }) => row));
  let generation = [focus];
  for (let depth = 0; depth < MOST_GENERATIONS && generation.length > 0; depth++) {
    const next: number[] = [];
    for (const parent of generation) {
      const children = childrenOf(nodes[parent], index).filter((row) => !seen.has(row));
      const shown = children.slice(0, Math.max(0, MOST_NODES - nodes.length));
      nodes[parent].moreChildren = children.length - shown.length;
      for (const row of shown) {
        seen.add(row);
        next.push(nodes.length);
        nodes.push(nodeOf({ row, generation: 'self' }, parent, index));
      }
    }
    generation = next;
  }
  for (const last of generation) nodes[last].moreChildren = childrenOf(nodes[last], index).length;
}

function childrenOf({ row }: ProcessNode, index: ProcessIndex): readonly number[] {
  const key = row === undefined ? undefined : index.events.keyOf(row, 'self');
  return key === undefined ? [] : index.startedBy(key);
}

function nodeOf({ row, generation }: Ancestor, parent: number | undefined, index: ProcessIndex): Growing {
  return {
    parent,
    row: generation === 'self' ? row : undefined,
    ...index.events.fields(row, generation),
    moreChildren: 0,
  };
}
