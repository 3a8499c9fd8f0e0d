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
    const scanner = await Scanner.create(node, input, writtenColumns(node, input, defaults), context);
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

/** A column that steps write: a declared one, or one of the input's that a step assigns to. */
interface WrittenColumn extends ColumnSchema {
  /** Its value in a row that no step writes it in. */
  unwritten(row: number): Scalar;
}

function writtenColumns(node: PlanOf<'scan'>, input: Relation, defaults: readonly Scalar[]): readonly WrittenColumn[] {
  const declared = node.declared.map(({ name, type }, i) => ({ name, type, unwritten: () => defaults[i] }));
  const assigned = new Set(node.steps.flatMap(({ assignments }) => assignments.map(({ name }) => name)));
  for (const { name } of declared) assigned.delete(name);
  const overwritten = input.schema.flatMap(({ name, type }, i) =>
    assigned.has(name) ? [{ name, type, unwritten: (row: number) => input.columns[i].get(row) }] : [],
  );
  return [...declared, ...overwritten];
}

/** A row of the result: a row of the input, its written columns and its match. */
interface Output {
  readonly row: number;
  readonly written: readonly Scalar[];
  readonly matchId: bigint;
}

/** The expressions of one step, over the input's columns, the written ones and the state that a check looks at. */
interface BoundStep {
  readonly condition: { get(row: number): Scalar };
  readonly assignments: readonly { readonly written: number; readonly column: { get(row: number): Scalar } }[];
}

/**
 * A step is looked at twice a row, with the state of the step before it and with its own. Expressions keep what they
 * computed for a row, so that each look has a binding and a state of its own.
 */
class Look {
  state: StepState | undefined;
  steps: BoundStep[] = [];
}

class Scanner {
  private readonly node: PlanOf<'scan'>;
  private readonly input: Relation;
  private readonly written: readonly WrittenColumn[];
  private readonly promoting = new Look();
  private readonly repeating = new Look();
  private readonly state: MatchState;
  private readonly outputs: Output[] = [];

  private constructor(node: PlanOf<'scan'>, input: Relation, written: readonly WrittenColumn[]) {
    this.node = node;
    this.input = input;
    this.written = written;
    this.state = new MatchState(node.steps, (record, matchId) => {
      this.outputs.push({ ...record, matchId });
    });
  }

  static async create(
    node: PlanOf<'scan'>,
    input: Relation,
    written: readonly WrittenColumn[],
    context: OperatorContext,
  ): Promise<Scanner> {
    const scanner = new Scanner(node, input, written);
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
        const written = this.written.findIndex((column) => column.name === name);
        assignments.push({ written, column: await context.lazyColumn(expr, relation) });
      }
      steps.push({ condition, assignments });
    }
    return steps;
  }

  /** The input's columns, the declared ones, and those of each step's state as `step.column`. */
  private relationOf(look: Look, context: OperatorContext): Relation {
    const { node, input, written } = this;
    const isWritten = new Set(written.map(({ name }) => name));
    const declared = written.slice(0, node.declared.length);
    const schema: ColumnSchema[] = [...input.schema, ...node.declared];
    const columns = [...input.columns, ...declared.map((column) => computed(column, input, column.unwritten))];
    node.steps.forEach((step, at) => {
      const record = () => look.state?.records[at];
      input.schema.forEach((column, i) => {
        if (isWritten.has(column.name)) return;
        schema.push({ name: `${step.name}.${column.name}`, type: column.type });
        columns.push(
          computed(column, input, () => {
            const known = record();
            return known === undefined ? missingValue(column.type) : input.columns[i].get(known.row);
          }),
        );
      });
      written.forEach((column, i) => {
        const before = i < declared.length ? column.unwritten : () => missingValue(column.type);
        schema.push({ name: `${step.name}.${column.name}`, type: column.type });
        columns.push(
          computed(column, input, (row) => {
            const known = record();
            return known === undefined ? before(row) : known.written[i];
          }),
        );
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
    const written = this.evaluate(this.promoting, this.state.steps[previous], step, row);
    if (written === undefined) return false;
    this.state.promote(previous, step, { row, written });
    return true;
  }

  /** Check 2: the step matches again; the first one always may. */
  private repeat(step: number, row: number): void {
    const own = this.state.steps[step];
    if (own === undefined && step > 0 && !this.state.isOpening(step)) return;
    const written = this.evaluate(this.repeating, own, step, row);
    if (written !== undefined) this.state.repeat(step, { row, written });
  }

  /** The written columns of a row that meets a step's condition, or undefined. */
  private evaluate(look: Look, state: StepState | undefined, step: number, row: number): readonly Scalar[] | undefined {
    look.state = state;
    const { condition, assignments } = look.steps[step];
    if (condition.get(row) !== true) return undefined;
    const written = this.written.map((column) => column.unwritten(row));
    for (const { written: at, column } of assignments) written[at] = column.get(row);
    return written;
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
      const written = this.written.findIndex((column) => column.name === name);
      const source = input.schema.findIndex((column) => column.name === name);
      if (written < 0 && source >= 0) return gatherColumn(input.columns[source], rows);
      const builder = columnBuilder(type);
      for (const output of outputs) builder.append(written >= 0 ? output.written[written] : output.matchId);
      return builder.finish();
    });
    return { ...newRelation(schema, columns, outputs.length, context), serialized: true };
  }
}

function computed(column: ColumnSchema, input: Relation, get: (row: number) => Scalar): ComputedColumn {
  return { kind: 'computed', type: column.type, length: input.physicalLength, get };
}
