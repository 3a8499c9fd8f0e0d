import { contentOf, type NodeContent } from './node-content.ts';
import type { Expr, Plan, TablePlan } from './plan.ts';
import { planInputs, walkPlan } from './walk.ts';

/** What a plan reads. */
export interface PlanReads {
  /** Its tables in the order in which they are named, each where it is named first. */
  readonly tables: ReadonlyMap<string, TablePlan>;
  /** The names of the columns that its expressions read, whatever the table. */
  readonly columns: ReadonlySet<string>;
}

const known = new WeakMap<Plan, PlanReads>();
const columnsOfContents = new WeakMap<NodeContent, readonly string[]>();

/** The tables and columns that a plan names, subqueries included; found once a plan, and once for steps of one content. */
export function planReads(plan: Plan): PlanReads {
  const found = known.get(plan);
  if (found !== undefined) return found;
  const tables = new Map<string, TablePlan>();
  const columns = new Set<string>();
  const visit = (node: Plan | Expr) => {
    if (node.kind === 'table' && !tables.has(node.name)) tables.set(node.name, node);
    else if (node.kind === 'column') columns.add(node.name);
  };
  for (let node: Plan | undefined = plan; node !== undefined; ) {
    const content = contentOf(node);
    if (content === undefined) {
      walkPlan(node, visit);
      break;
    }
    if (node.kind === 'table') visit(node);
    for (const name of columnsOfContent(content, node)) columns.add(name);
    [node] = planInputs(node);
  }
  const reads = { tables, columns };
  known.set(plan, reads);
  return reads;
}

/** The columns that a node reads itself, which holds no plan but its input. */
function columnsOfContent(content: NodeContent, plan: Plan): readonly string[] {
  const found = columnsOfContents.get(content);
  if (found !== undefined) return found;
  const names = new Set<string>();
  walkPlan({ ...plan, input: undefined } as Plan, (node) => {
    if (node.kind === 'column') names.add(node.name);
  });
  const columns = [...names];
  columnsOfContents.set(content, columns);
  return columns;
}
