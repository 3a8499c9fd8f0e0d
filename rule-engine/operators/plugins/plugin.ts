import type { Column } from '../../columnar/column.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import type { Expr, PluginArgument } from '../../plan/plan.ts';
import type { Scalar } from '../../schema/value.ts';
import type { OperatorContext, PlanOf } from '../operator.ts';
import type { Relation } from '../relation.ts';

/** A plugin of `evaluate`, complete in one entry. */
export interface Plugin {
  readonly name: string;
  readonly evaluate: (call: PluginCall) => Promise<Relation>;
}

/** One call of a plugin: its input and its arguments, which may stand in order or by name. */
export class PluginCall {
  readonly node: PlanOf<'evaluate'>;
  readonly input: Relation;
  readonly context: OperatorContext;

  constructor(node: PlanOf<'evaluate'>, input: Relation, context: OperatorContext) {
    this.node = node;
    this.input = input;
    this.context = context;
  }

  /** The argument of that name or else, counted from 0, at that place. */
  argument(index: number, name: string): PluginArgument | undefined {
    const { arguments: all } = this.node;
    const named = all.find((argument) => argument.name?.toLowerCase() === name.toLowerCase());
    return named ?? (all[index]?.name === undefined ? all[index] : undefined);
  }

  /** A scalar argument; undefined when it is not given. */
  scalar(index: number, name: string): Expr | undefined {
    const argument = this.argument(index, name);
    return argument?.kind === 'scalar' ? argument.expr : undefined;
  }

  /** A scalar argument that must be given. */
  required(index: number, name: string): Expr {
    const expr = this.scalar(index, name);
    if (expr === undefined) throw invalid('plugin-argument', `${this.node.plugin}: ${name} is missing`, this.node.span);
    return expr;
  }

  /** The column of an argument that must be given. */
  column(index: number, name: string): Promise<Column> {
    return this.context.column(this.required(index, name), this.input);
  }

  /** The value of a constant argument; undefined when it is not given. */
  async constant(index: number, name: string): Promise<Scalar | undefined> {
    const expr = this.scalar(index, name);
    return expr === undefined ? undefined : this.context.constant(expr);
  }

  /** The value of a datetime, timespan or whole-number argument that must be given. */
  async ticks(index: number, name: string): Promise<bigint> {
    const value = await this.context.constant(this.required(index, name));
    if (typeof value === 'bigint') return value;
    if (typeof value === 'number') return BigInt(Math.trunc(value));
    throw invalid('plugin-argument', `${this.node.plugin}: ${name} must have a value`, this.node.span);
  }

  /** The scalar arguments from a place on. */
  async columnsFrom(index: number): Promise<readonly Column[]> {
    const columns: Column[] = [];
    for (const argument of this.node.arguments.slice(index)) {
      if (argument.kind === 'scalar' && argument.name === undefined) {
        columns.push(await this.context.column(argument.expr, this.input));
      }
    }
    return columns;
  }
}
