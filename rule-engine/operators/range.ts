import { tableFromRows } from '../columnar/table-builder.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import type { Scalar } from '../schema/value.ts';
import { newRelation } from './new-relation.ts';
import type { OperatorContext, PlanOf, TabularOperator } from './operator.ts';

/** Bytes that a value of a range takes while it is made. */
const VALUE_BYTES = 16;

/** `range`: the values from a first to a last one, both included, a step apart. */
export const range: TabularOperator<'range'> = {
  kind: 'range',
  async execute(node, context) {
    const [schema] = node.columns;
    const [from, to, step] = [
      await context.constant(node.from),
      await context.constant(node.to),
      await context.constant(node.step),
    ];
    const values = rangeValues(schema.type === 'real', from, to, step, node, context);
    const rows = values.map((value) => [schema.type === 'int' ? Number(value) : value]);
    const { columns } = tableFromRows(node.columns, rows);
    return { ...newRelation(node.columns, columns, values.length, context), serialized: true };
  },
};

function rangeValues(
  real: boolean,
  from: Scalar,
  to: Scalar,
  step: Scalar,
  node: PlanOf<'range'>,
  context: OperatorContext,
): Scalar[] {
  if (from === null || to === null || step === null) return [];
  if (Number(step) === 0) throw invalid('range-step', 'The step of range must not be zero', node.step.span);
  const count = Math.max(0, Math.floor((Number(to) - Number(from)) / Number(step)) + 2);
  if (!Number.isFinite(count)) throw invalid('range-bounds', 'The bounds of range must be finite', node.span);
  context.reserve(count * VALUE_BYTES, node.span);
  return real
    ? upTo(count, Number(from), Number(to), Number(step), (first, width, i) => first + width * i)
    : upTo(count, toInteger(from), toInteger(to), toInteger(step), (first, width, i) => first + width * BigInt(i));
}

function toInteger(value: Scalar): bigint {
  return BigInt(value as bigint | number);
}

/** At most `count` values; the count comes from rounded numbers and may be one too many. */
function upTo<N extends bigint | number>(
  count: number,
  from: N,
  to: N,
  step: N,
  valueAt: (from: N, step: N, i: number) => N,
): N[] {
  const values: N[] = [];
  for (let i = 0; i < count; i++) {
    const value = valueAt(from, step, i);
    if (step > 0 ? value > to : value < to) break;
    values.push(value);
  }
  return values;
}
