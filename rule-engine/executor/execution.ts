import { invariant } from '../base/assert.ts';
import type { Span } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import type { Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';
import { invalid, unsupported } from '../diagnostics/diagnostic.ts';
import type { OperatorContext, TabularOperator } from '../operators/operator.ts';
import { tabularOperator } from '../operators/registry.ts';
import type { Relation } from '../operators/relation.ts';
import type { Expr, Plan, SubqueryInputPlan } from '../plan/plan.ts';
import { planInputs, readsSubqueryInput } from '../plan/walk.ts';
import type { Scalar } from '../schema/value.ts';
import { ExecutionCache } from './execution-cache.ts';
import { bind } from './expression/bind.ts';
import { truth } from './expression/bind-call.ts';
import type { Bound } from './expression/bound.ts';
import { ColumnEvaluator } from './expression/columns.ts';
import type { Domain, Frame } from './expression/domain.ts';
import { LazyColumn } from './expression/lazy-column.ts';
import type { Mask } from './expression/mask.ts';
import { MaskEvaluator } from './expression/masks.ts';
import { identityOf, nextIdentity } from './identity.ts';
import { PlanKeys } from './plan-key.ts';
import type { RunContext } from './run-context.ts';

const DEFAULT_BUDGET = 1 << 30;

/** One node of a plan and what it did in a run. */
export interface ExecutedStep {
  readonly plan: Plan;
  /** The rows that it was given: of its first input, where it has several. */
  readonly input: Relation | undefined;
  readonly output: Relation;
}

/** An expression's resolution over the columns and rows that it was bound to. */
interface BoundOver {
  readonly columns: readonly Column[] | undefined;
  readonly rows: Uint32Array | undefined;
  /** Over other rows it is another one. */
  readonly hangsOnRows: boolean;
  readonly bound: Bound;
}

/** What a subquery runs in: the run that it is part of, and the rows that its `subquery-input` reads. */
interface Surroundings {
  readonly execution: Execution;
  readonly input: Relation;
  /** As in the `subquery-input` that reads them. */
  readonly partition: number | undefined;
}

/** One run of a plan: what operators see of the executor, and what the counts and the evidence are made from. */
export class Execution implements OperatorContext {
  readonly now: bigint;
  readonly masks: MaskEvaluator;
  /** The nodes that were run, inputs first; those of subqueries are not among them. */
  readonly steps: ExecutedStep[] = [];
  private readonly context: RunContext;
  readonly cache: ExecutionCache;
  private readonly keys: PlanKeys;
  private readonly columns: ColumnEvaluator;
  private readonly results = new Map<Plan, Promise<Relation>>();
  private readonly shared = new Map<number, Promise<Relation>>();
  private readonly outer: Surroundings | undefined;
  /** What was bound in this run: its steps, counts and painted cells ask for the same expressions. */
  private readonly boundExpressions: Map<Expr, BoundOver>;
  private reserved = 0;

  /**
   * @param outer for a subquery
   * @param boundExpressions of another execution of the same run
   */
  constructor(context: RunContext, outer?: Surroundings, boundExpressions: Map<Expr, BoundOver> = new Map()) {
    this.boundExpressions = boundExpressions;
    this.outer = outer;
    this.context = context;
    this.now = context.now;
    this.cache = context.cache ?? new ExecutionCache();
    this.keys = new PlanKeys(context.catalogue, context.now, this.cache.planNames);
    this.masks = new MaskEvaluator(this.cache, context.checkpoint);
    this.columns = new ColumnEvaluator(this.cache, this.masks, context.checkpoint);
  }

  /** An execution of the same steps over the same caches in other surroundings: another request's way to be cancelled. */
  with(surroundings: Pick<RunContext, 'checkpoint'>): Execution {
    const context = { ...this.context, ...surroundings, cache: this.cache };
    const other = new Execution(context, undefined, this.boundExpressions);
    other.steps.push(...this.steps);
    return other;
  }

  run(plan: Plan): Promise<Relation> {
    if (this.outer !== undefined) {
      if (plan.kind === 'subquery-input') return Promise.resolve(this.subqueryInput(plan));
      if (this.keys.keyOf(plan) !== undefined || isSharedWithOuter(plan)) return this.outer.execution.run(plan);
    }
    const running = this.results.get(plan);
    if (running !== undefined) return running;
    const result = this.runNode(plan);
    this.results.set(plan, result);
    return result;
  }

  runSubquery(plan: Plan, input: Relation, partition?: number): Promise<Relation> {
    return new Execution(this.context, { execution: this, input, partition }).run(plan);
  }

  private subqueryInput(plan: SubqueryInputPlan): Relation {
    let { outer } = this;
    while (outer !== undefined && outer.partition !== plan.partition) outer = outer.execution.outer;
    invariant(outer !== undefined, 'a subquery around its input');
    return outer.input;
  }

  async column(expr: Expr, relation: Relation): Promise<Column> {
    return this.columns.column(await this.bind(expr, relation), relation);
  }

  async lazyColumn(expr: Expr, relation: Relation): Promise<Column> {
    const bound = await this.bind(expr, relation);
    if (bound.kind === 'column') return bound.column;
    if (bound.kind === 'constant') return this.columns.column(bound, relation);
    return new LazyColumn(bound, relation.physicalLength);
  }

  async select(predicate: Expr, relation: Relation): Promise<Uint32Array> {
    const bound = await this.bindCondition(predicate, relation);
    const { frame } = this.domainOf(relation);
    const mask = await this.masks.mask(bound, frame);
    return this.cache.domains.select(mask.true, relation);
  }

  async constant(expr: Expr): Promise<Scalar> {
    const bound = await this.bind(expr, undefined);
    if (bound.kind === 'constant') return bound.value;
    return new LazyColumn(bound, 1).get(0);
  }

  /** Where a column that was computed in this run is defined; its cached values may come from an earlier text. */
  definitionOf(column: Column): { readonly expr: Expr; readonly input: Relation } | undefined {
    for (const { plan, input, output } of this.steps) {
      if ((plan.kind !== 'extend' && plan.kind !== 'project') || input === undefined) continue;
      const index = input.columns.includes(column) ? -1 : output.columns.indexOf(column);
      const name = output.schema[index]?.name;
      const item = plan.items.find((one) => one.name === name);
      if (item !== undefined) return { expr: item.expr, input };
    }
    return undefined;
  }

  /** Resolves an expression over a relation's columns, or over none. */
  async bind(expr: Expr, relation: Relation | undefined): Promise<Bound> {
    const known = this.boundExpressions.get(expr);
    if (known !== undefined && known.columns === relation?.columns) {
      if (!known.hangsOnRows || known.rows === relation?.rows) return known.bound;
    }
    let hangsOnRows = false;
    const bound = await bind(expr, {
      relation,
      now: this.now,
      hangsOnRows: () => {
        hangsOnRows = true;
      },
      run: (plan) => this.run(plan),
      column: (argument, over) => this.column(argument, over),
    });
    this.boundExpressions.set(expr, { columns: relation?.columns, rows: relation?.rows, hangsOnRows, bound });
    return bound;
  }

  /** As `bind`, for what `where` reads. */
  async bindCondition(expr: Expr, relation: Relation): Promise<Bound> {
    return truth(await this.bind(expr, relation), this);
  }

  /** The frame in which a relation's conditions are evaluated, and its rows in it. */
  domainOf(relation: Relation): Domain {
    return this.cache.domains.of(relation);
  }

  /** A bound condition over a frame. */
  mask(bound: Bound, frame: Frame): Promise<Mask> {
    return this.masks.mask(bound, frame);
  }

  /** All rows for which a test of one column is true, where that is known already and they are few. */
  knownRows({ key }: Bound): Uint32Array | undefined {
    const rows = key === undefined ? undefined : this.cache.verdicts.get(key)?.rows;
    return rows instanceof Bitmap ? undefined : rows;
  }

  table(name: string): { readonly table: Table; readonly space: number } | undefined {
    const table = this.context.catalogue.table(name);
    return table === undefined ? undefined : { table, space: identityOf(table) };
  }

  newSpace(): number {
    return nextIdentity();
  }

  checkpoint(): Promise<void> {
    return this.context.checkpoint();
  }

  reserve(bytes: number, span: Span): void {
    if (this.outer !== undefined) {
      this.outer.execution.reserve(bytes, span);
      return;
    }
    this.reserved += bytes;
    const budget = this.context.memoryBudget ?? DEFAULT_BUDGET;
    if (this.reserved <= budget) return;
    const megabytes = Math.round(budget / (1 << 20));
    throw invalid('out-of-memory', `The result needs more than the ${megabytes} MB that a query may take`, span);
  }

  private runNode(plan: Plan): Promise<Relation> {
    if (plan.kind !== 'shared') return this.runAndKeep(plan);
    const running = this.shared.get(plan.id);
    if (running !== undefined) return running;
    const result = this.runAndKeep(plan);
    this.shared.set(plan.id, result);
    return result;
  }

  private async runAndKeep(plan: Plan): Promise<Relation> {
    const inputs: Relation[] = [];
    for (const input of planInputs(plan)) inputs.push(await this.run(input));
    const key = this.keyOver(plan, inputs);
    const kept = key === undefined ? undefined : this.cache.relations.get(key);
    // They are steps of this run, with counts of their own, also where what they gave is in what was kept.
    if (kept !== undefined) for (const within of this.keys.plansWithin(plan)) await this.run(within);
    const output = kept ?? this.cache.canonical(await this.execute(plan));
    if (kept === undefined && key !== undefined) {
      this.cache.relations.set(key, output, relationBytes(output, inputs));
    }
    this.steps.push({ plan, input: inputs[0], output });
    return output;
  }

  /** What a step does with its inputs, whatever these are and wherever it stands: the same text for the same. */
  keyOf(plan: Plan): string | undefined {
    return this.keys.nodeKeyOf(plan);
  }

  /** What a node computes of these very relations: where an edit leaves them as they were, so is all that follows. */
  private keyOver(plan: Plan, inputs: readonly Relation[]): string | undefined {
    const key = this.keyOf(plan);
    return key && [key, ...inputs.map(identityOf)].join(' ');
  }

  private async execute(plan: Plan): Promise<Relation> {
    await this.checkpoint();
    const operator = tabularOperator(plan.kind) as TabularOperator<Plan['kind']> | undefined;
    if (operator === undefined) throw unsupported(plan.kind, plan.span);
    return operator.execute(plan, this);
  }
}

/** A table that is computed once for the query, of whatever subquery reads it: also one of `rand()`, which has no key. */
function isSharedWithOuter(plan: Plan): boolean {
  return plan.kind === 'shared' && !readsSubqueryInput(plan);
}

/** About the bytes that a relation takes beyond what its inputs take. */
function relationBytes(relation: Relation, inputs: readonly Relation[]): number {
  const { rows, columns, physicalLength } = relation;
  return (rows?.byteLength ?? 0) + addedColumns(columns, inputs) * physicalLength * 8 + 500;
}

/** The number of columns with values that no input has. */
function addedColumns(columns: Relation['columns'], inputs: readonly Relation[]): number {
  if (inputs.some((input) => input.columns === columns)) return 0;
  const shared = new Set(inputs.flatMap((input) => input.columns));
  return columns.filter((column) => !shared.has(column) && column.kind !== 'constant').length;
}
