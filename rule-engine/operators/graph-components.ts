import type { Graph } from './graph.ts';

/** For each node the number of the component that it is in, in order of the components' first nodes. */
export function componentsOf(graph: Graph, kind: 'weak' | 'strong'): readonly bigint[] {
  const component = kind === 'weak' ? weakComponents(graph) : strongComponents(graph);
  const numbers = new Map<number, bigint>();
  return component.map((id) => {
    const known = numbers.get(id) ?? BigInt(numbers.size);
    numbers.set(id, known);
    return known;
  });
}

/** Nodes that edges connect, whatever their direction. */
function weakComponents(graph: Graph): readonly number[] {
  const component: number[] = graph.nodeRows.map(() => -1);
  for (const start of component.keys()) {
    if (component[start] >= 0) continue;
    const pending = [start];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (component[node] >= 0) continue;
      component[node] = start;
      for (const step of [...graph.leaving[node], ...graph.entering[node]]) pending.push(step.node);
    }
  }
  return component;
}

/** Nodes that can be reached from each other: two passes, forwards for the order and backwards for the sets (Kosaraju). */
function strongComponents(graph: Graph): readonly number[] {
  const component: number[] = graph.nodeRows.map(() => -1);
  for (const start of finished(graph).reverse()) {
    if (component[start] >= 0) continue;
    const pending = [start];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (component[node] >= 0) continue;
      component[node] = start;
      for (const step of graph.entering[node]) pending.push(step.node);
    }
  }
  return component;
}

/** Nodes in the order in which a search in depth leaves them. */
function finished(graph: Graph): number[] {
  const seen = new Set<number>();
  const order: number[] = [];
  for (const start of graph.nodeRows.keys()) {
    const path = seen.has(start) ? [] : [{ node: start, next: 0 }];
    seen.add(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = graph.leaving[top.node][top.next];
      top.next++;
      if (step === undefined) {
        order.push(top.node);
        path.pop();
      } else if (!seen.has(step.node)) {
        seen.add(step.node);
        path.push({ node: step.node, next: 0 });
      }
    }
  }
  return order;
}
