import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { scalarFunction } from './registry.ts';

/** An argument of a call in a test. */
export interface TestArgument {
  readonly value: Scalar;
  readonly type: ScalarType;
  /** True when the argument is a literal of the query, which functions may prepare for. */
  readonly constant: boolean;
}

const TEST_NOW = 638_396_640_000_000_000n;

const of =
  (type: ScalarType) =>
  (value: Scalar, constant = false): TestArgument => ({ value, type, constant });
export const text = of('string');
export const long = (value: number | bigint | null): TestArgument => of('long')(value === null ? null : BigInt(value));
export const int = of('int');
export const real = of('real');
export const bool = of('bool');
export const ticks = of('datetime');
export const span = of('timespan');
export const decimal = of('decimal');
export const dynamic = of('dynamic');

/** The same argument as a literal of the query. */
export const literal = (argument: TestArgument): TestArgument => ({ ...argument, constant: true });

/** Calls a function of the registry as the executor does: null rule, then kernel. */
export function call(name: string, resultType: ScalarType, ...args: readonly TestArgument[]): Scalar {
  const found = scalarFunction(name);
  if (found === undefined) throw new Error(`no function ${name}`);
  const kernel = found.bind({
    argumentTypes: args.map((argument) => argument.type),
    resultType,
    constants: args.map((argument) => (argument.constant ? argument.value : undefined)),
    now: TEST_NOW,
    span: { start: 0, length: 0 },
  });
  if (found.nulls === 'propagate' && args.some((argument) => argument.value === null)) {
    return resultType === 'string' ? '' : null;
  }
  return kernel(args.map((argument) => argument.value));
}
