import type { Plan } from '../../plan/plan.ts';
import { readsSubqueryInput } from '../../plan/walk.ts';

/**
 * Takes the `shared` node away from tables that are read once: `materialize` and a `let` then cost nothing, and the rows
 * stay those of the loaded table.
 */
export function unwrapSharedOnce(plan: Plan): Plan {
  const readers = countReaders(plan);
  const done = new Map<object, unknown>();
  return rebuild(plan, readers, done) as Plan;
}

/** A subquery is run many times: a table from outside counts there as read twice, so that it stays one. */
function countReaders(plan: Plan): Map<number, number> {
  const readers = new Map<number, number>();
  const visit = (value: unknown, repeated: boolean): void => {
    if (!isPlainNode(value)) return;
    if (isShared(value)) {
      const before = readers.get(value.id) ?? 0;
      readers.set(value.id, before + (repeated && !readsSubqueryInput(value) ? 2 : 1));
      if (before > 0) return;
    }
    for (const [field, child] of Object.entries(value)) visit(child, repeated || field === 'subquery');
  };
  visit(plan, false);
  return readers;
}

/** A copy where something changed below, else the same object: nodes that are shared stay one object. */
function rebuild(value: unknown, readers: ReadonlyMap<number, number>, done: Map<object, unknown>): unknown {
  if (!isPlainNode(value)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const result = isShared(value) && readers.get(value.id) === 1 ? rebuild(value.input, readers, done) : copy(value);
  done.set(value, result);
  return result;

  function copy(node: object): object {
    const entries = Object.entries(node).map(([key, child]) => [key, rebuild(child, readers, done)] as const);
    if (entries.every(([key, child]) => Reflect.get(node, key) === child)) return node;
    return Array.isArray(node) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
  }
}

/** Arrays of them and plain objects hold plans and expressions; maps, decimals, lists of numbers and the like are values. */
function isPlainNode(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return typeof value[0] === 'object' || value[0] === undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype && Reflect.get(value, 'kind') !== 'literal';
}

function isShared(value: object): value is Extract<Plan, { kind: 'shared' }> {
  return Reflect.get(value, 'kind') === 'shared';
}
