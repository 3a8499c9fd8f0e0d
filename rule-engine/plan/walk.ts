import type { AggregateExpr, ColumnExpr, Expr, Plan } from './plan.ts';

/** The plans that a node reads before it runs, in order; not those within its expressions, nor subqueries. */
export function planInputs(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case 'union':
      return plan.inputs.map((input) => input.plan);
    case 'join':
      return [plan.left, plan.right];
    case 'evaluate':
      return plan.input === undefined ? [] : [plan.input];
    case 'graph-match':
    case 'graph-nodes':
      return [plan.edges, ...plan.nodes.map((nodes) => nodes.plan)];
    default:
      return 'input' in plan && plan.input !== undefined ? [plan.input] : [];
  }
}

/** The expressions directly below an expression. */
export function expressionChildren(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call':
      return expr.args;
    case 'list':
      return 'table' in expr.list ? [expr.left] : [expr.left, ...expr.list];
    default:
      return [];
  }
}

/** A column that an expression reads of its row; undefined where it reads none. */
export function columnRead(expr: Expr): ColumnExpr | undefined {
  if (expr.kind === 'column') return expr;
  for (const child of expressionChildren(expr)) {
    const found = columnRead(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a value of a plan node is to a walk: every plan and expression is an object with a `kind`. */
type PlanObject = Plan | Expr;

/**
 * Calls `visit` for every plan and expression within a plan, subqueries and tables in expressions among them, and
 * `visitAggregate` for every aggregate call; parents first, each object once, however often the plan reads it. Walks the
 * plain data itself, so that a new kind of node needs no change here.
 */
export function walkPlan(
  plan: PlanObject,
  visit: (node: PlanObject) => void,
  visitAggregate: (aggregate: AggregateExpr) => void = () => undefined,
): void {
  const seen = new Set<object>();
  const pending: unknown[] = [plan];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node) || seen.has(node)) continue;
    seen.add(node);
    const kind: unknown = Reflect.get(node, 'kind');
    if (typeof kind === 'string' && 'span' in node) visit(node as PlanObject);
    else if (isAggregate(node)) visitAggregate(node);
    if (kind === 'literal' || kind === 'datatable') continue;
    if (Array.isArray(node)) {
      for (let i = node.length - 1; i >= 0; i--) pending.push(node[i]);
      continue;
    }
    const from = pending.length;
    for (const field in node) {
      if (field !== 'span' && field !== 'columns') {
        const child: unknown = Reflect.get(node, field);
        if (typeof child === 'object') pending.push(child);
      }
    }
    reverseFrom(pending, from);
  }
}

/** True when a `subquery-input` is within a plan, be it of a subquery of the plan's own. */
export function readsSubqueryInput(plan: Plan): boolean {
  let reads = false;
  walkPlan(plan, (node) => {
    if (node.kind === 'subquery-input') reads = true;
  });
  return reads;
}

function isAggregate(node: object): node is AggregateExpr {
  return typeof Reflect.get(node, 'aggregate') === 'string';
}

function reverseFrom(items: unknown[], from: number): void {
  for (let left = from, right = items.length - 1; left < right; left++, right--) {
    [items[left], items[right]] = [items[right], items[left]];
  }
}
