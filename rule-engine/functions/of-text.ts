import type { Scalar } from '../schema/value.ts';
import { textArgument } from './arguments.ts';
import type { ScalarFunction } from './function.ts';

/** A function of one text, null for null. */
export function ofText(name: string, compute: (text: string) => Scalar, ...aliases: string[]): ScalarFunction {
  return {
    name,
    aliases,
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => compute(text(args));
    },
  };
}
