import type { Column, ComputedColumn } from '../columnar/column.ts';
import { columnBuilder } from '../columnar/column-builder.ts';
import { gatherColumn, missingValue } from '../columnar/gather.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { groupRows } from './grouping.ts';
import { newRelation } from './new-relation.ts';
import type { OperatorContext, PlanOf, TabularOperator } from './operator.ts';
import { splitRows } from './partition.ts';
import { type Relation, rowsOf } from './relation.ts';
import { MatchState, type StepState } from './scan-state.ts';

const BLOCK = 1 << 10;

/**
 * `scan`: matches rows, in order, against steps that see what the steps before them matched.
 * @see https://learn.microsoft.com/kusto/query/scan-operator
 */
export const scan: TabularOperator<'scan'> = {
  kind: 'scan',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const defaults: Scalar[] = [];
    for (const { default: given, type } of node.declared) {
      defaults.push(given === undefined ? missingValue(type) : await context.constant(given));
    }
    const scanner = await Scanner.create(node, input, defaults, context);
    const keys: Column[] = [];
    for (const key of node.partitionBy) keys.push(await context.column(key, input));
    const rows = rowsOf(input);
    const { groups, groupCount } = groupRows(keys, rows);
    for (const part of splitRows(rows, groups, groupCount)) {
      for (let i = 0; i < part.length; i++) {
        scanner.take(part[i]);
        if (i % BLOCK === 0) await context.checkpoint();
      }
      scanner.endPartition();
    }
    return scanner.result(context);
  },
};

/** A row of the result: a row of the input, its declared columns and its match. */
interface Output {
  readonly row: number;
  readonly declared: readonly Scalar[];
  readonly matchId: bigint;
}

/** The expressions of one step, over the input's columns, the declared ones and the state that a check looks at. */
interface BoundStep {
  readonly condition: { get(row: number): Scalar };
  readonly assignments: readonly { readonly declared: number; readonly column: { get(row: number): Scalar } }[];
}

/**
 * A step is looked at twice a row, with the state of the step before it and with its own. Expressions keep what they
 * computed for a row, so that each look has a binding and a state of its own.
 */
class Look {
  state: StepState | undefined;
  declared: readonly Scalar[] = [];
  steps: BoundStep[] = [];
}

class Scanner {
  private readonly node: PlanOf<'scan'>;
  private readonly input: Relation;
  private readonly defaults: readonly Scalar[];
  private readonly promoting = new Look();
  private readonly repeating = new Look();
  private readonly state: MatchState;
  private readonly outputs: Output[] = [];

  private constructor(node: PlanOf<'scan'>, input: Relation, defaults: readonly Scalar[]) {
    this.node = node;
    this.input = input;
    this.defaults = defaults;
    this.state = new MatchState(node.steps, (record, matchId) => {
      this.outputs.push({ row: record.row, declared: record.declared, matchId });
    });
  }

  static async create(
    node: PlanOf<'scan'>,
    input: Relation,
    defaults: readonly Scalar[],
    context: OperatorContext,
  ): Promise<Scanner> {
    const scanner = new Scanner(node, input, defaults);
    for (const look of [scanner.promoting, scanner.repeating]) look.steps = await scanner.bind(look, context);
    return scanner;
  }

  private async bind(look: Look, context: OperatorContext): Promise<BoundStep[]> {
    const relation = this.relationOf(look, context);
    const steps: BoundStep[] = [];
    for (const step of this.node.steps) {
      const condition = await context.lazyColumn(step.condition, relation);
      const assignments: BoundStep['assignments'][number][] = [];
      for (const { name, expr } of step.assignments) {
        const declared = this.node.declared.findIndex((column) => column.name === name);
        assignments.push({ declared, column: await context.lazyColumn(expr, relation) });
      }
      steps.push({ condition, assignments });
    }
    return steps;
  }

  /** The input's columns, the declared ones, and those of each step's state as `step.column`. */
  private relationOf(look: Look, context: OperatorContext): Relation {
    const { node, input } = this;
    const declared = node.declared.map((column, at) => computed(column, input, () => look.declared[at]));
    const schema: ColumnSchema[] = [...input.schema, ...node.declared];
    const columns = [...input.columns, ...declared];
    node.steps.forEach((step, at) => {
      const record = () => look.state?.records[at];
      input.schema.forEach((column, i) => {
        schema.push({ name: `${step.name}.${column.name}`, type: column.type });
        columns.push(
          computed(column, input, () => {
            const known = record();
            return known === undefined ? missingValue(column.type) : input.columns[i].get(known.row);
          }),
        );
      });
      node.declared.forEach((column, i) => {
        schema.push({ name: `${step.name}.${column.name}`, type: column.type });
        columns.push(computed(column, input, () => record()?.declared[i] ?? this.defaults[i]));
      });
    });
    return { ...newRelation(schema, columns, input.physicalLength, context), rows: input.rows, serialized: true };
  }

  take(row: number): void {
    for (let step = this.node.steps.length - 1; step >= 0; step--) {
      if (!this.promote(step, row)) this.repeat(step, row);
    }
  }

  /** Check 1: the step follows a match of the one before it. */
  private promote(step: number, row: number): boolean {
    const previous = this.state.sourceOf(step);
    if (previous === undefined) return false;
    const declared = this.evaluate(this.promoting, this.state.steps[previous], step, row);
    if (declared === undefined) return false;
    this.state.promote(previous, step, { row, declared });
    return true;
  }

  /** Check 2: the step matches again; the first one always may. */
  private repeat(step: number, row: number): void {
    const own = this.state.steps[step];
    if (own === undefined && step > 0 && !this.state.isOpening(step)) return;
    const declared = this.evaluate(this.repeating, own, step, row);
    if (declared !== undefined) this.state.repeat(step, { row, declared });
  }

  /** The declared columns of a row that meets a step's condition, or undefined. */
  private evaluate(look: Look, state: StepState | undefined, step: number, row: number): readonly Scalar[] | undefined {
    look.state = state;
    look.declared = this.defaults;
    const { condition, assignments } = look.steps[step];
    if (condition.get(row) !== true) return undefined;
    const declared = [...this.defaults];
    for (const { declared: at, column } of assignments) declared[at] = column.get(row);
    return declared;
  }

  endPartition(): void {
    this.state.finish();
  }

  result(context: OperatorContext): Relation {
    const { node, input, outputs } = this;
    const rows = Uint32Array.from(outputs, ({ row }) => row);
    const known = [...input.schema, ...node.declared].map(({ name }) => name);
    const schema = node.columns.filter(({ name }) => known.includes(name) || name === node.withMatchId);
    const columns = schema.map(({ name, type }) => {
      const declared = node.declared.findIndex((column) => column.name === name);
      const source = input.schema.findIndex((column) => column.name === name);
      if (declared < 0 && source >= 0) return gatherColumn(input.columns[source], rows);
      const builder = columnBuilder(type);
      for (const output of outputs) builder.append(declared >= 0 ? output.declared[declared] : output.matchId);
      return builder.finish();
    });
    return { ...newRelation(schema, columns, outputs.length, context), serialized: true };
  }
}

function computed(column: ColumnSchema, input: Relation, get: () => Scalar): ComputedColumn {
  return { kind: 'computed', type: column.type, length: input.physicalLength, get };
}
