import { contentOf, type NodeContent } from './node-content.ts';
import type { Expr, Plan, TablePlan } from './plan.ts';
import { planInputs, walkPlan } from './walk.ts';

/** What a plan reads. */
export interface PlanReads {
  /** Its tables in the order in which they are named, each where it is named first. */
  readonly tables: ReadonlyMap<string, TablePlan>;
  /** The names of the columns that its expressions read, whatever the table. */
  readonly columns: ReadonlySet<string>;
  /** The names of the functions and operators that it calls. */
  readonly functions: ReadonlySet<string>;
}

/** What a node's own expressions name. */
type ContentReads = Readonly<Record<'columns' | 'functions', readonly string[]>>;

const known = new WeakMap<Plan, PlanReads>();
const readsOfContents = new WeakMap<NodeContent, ContentReads>();

/** The tables, columns and functions that a plan names, subqueries included; found once a plan, and once for steps of one content. */
export function planReads(plan: Plan): PlanReads {
  const found = known.get(plan);
  if (found !== undefined) return found;
  const tables = new Map<string, TablePlan>();
  const columns = new Set<string>();
  const functions = new Set<string>();
  const visit = (node: Plan | Expr) => {
    if (node.kind === 'table' && !tables.has(node.name)) tables.set(node.name, node);
    else if (node.kind === 'column') columns.add(node.name);
    else if (node.kind === 'call') functions.add(node.name);
  };
  for (let node: Plan | undefined = plan; node !== undefined; ) {
    const content = contentOf(node);
    if (content === undefined) {
      walkPlan(node, visit);
      break;
    }
    if (node.kind === 'table') visit(node);
    const own = readsOfContent(content, node);
    for (const name of own.columns) columns.add(name);
    for (const name of own.functions) functions.add(name);
    [node] = planInputs(node);
  }
  const reads = { tables, columns, functions };
  known.set(plan, reads);
  return reads;
}

/** What a node reads itself, which holds no plan but its input. */
function readsOfContent(content: NodeContent, plan: Plan): ContentReads {
  const found = readsOfContents.get(content);
  if (found !== undefined) return found;
  const columns = new Set<string>();
  const functions = new Set<string>();
  walkPlan({ ...plan, input: undefined } as Plan, (node) => {
    if (node.kind === 'column') columns.add(node.name);
    else if (node.kind === 'call') functions.add(node.name);
  });
  const reads = { columns: [...columns], functions: [...functions] };
  readsOfContents.set(content, reads);
  return reads;
}
