import { invalid } from '../diagnostics/diagnostic.ts';
import type { Scalar } from '../schema/value.ts';
import { convert } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';

/** `and`, `or`, `not` with three truth values; `iff`, `case`, `coalesce`; the tests for null and empty. */
export const logicFunctions: readonly ScalarFunction[] = [
  { name: 'and', nulls: 'kernel', bind: (call) => bindJunction(call, false) },
  { name: 'or', nulls: 'kernel', bind: (call) => bindJunction(call, true) },
  {
    name: 'not',
    nulls: 'propagate',
    bind(call) {
      const truth = truthOf(call, 0);
      return ([value]) => {
        const known = truth(value);
        return known === null ? null : !known;
      };
    },
  },
  { name: 'iff', aliases: ['iif'], nulls: 'kernel', bind: bindCase },
  { name: 'case', nulls: 'kernel', bind: bindCase },
  { name: 'coalesce', nulls: 'kernel', bind: bindCoalesce },
  {
    name: 'assert',
    nulls: 'kernel',
    bind(call) {
      return ([condition, message]) => {
        if (condition !== true) throw invalid('assertion-failed', String(message), call.span);
        return true;
      };
    },
  },
  emptiness('isnull', false, false),
  emptiness('isnotnull', false, true, 'notnull'),
  emptiness('isempty', true, false),
  emptiness('isnotempty', true, true, 'notempty'),
];

function truthOf(call: CallSite, index: number): (value: Scalar) => boolean | null {
  const type = call.argumentTypes[index];
  if (type === 'bool') return (value) => value as boolean | null;
  return (value) => convert(value, type, 'bool') as boolean | null;
}

/** The value that decides the whole (`false` for `and`, `true` for `or`) wins over null; null wins over the other. */
function bindJunction(call: CallSite, deciding: boolean): Kernel {
  const truths = call.argumentTypes.map((_, index) => truthOf(call, index));
  return (args) => {
    let result: boolean | null = !deciding;
    for (let i = 0; i < truths.length; i++) {
      const truth = truths[i](args[i]);
      if (truth === deciding) return deciding;
      if (truth === null) result = null;
    }
    return result;
  };
}

/** Pairs of condition and value, and last the value of no condition: `iff` is a `case` of one pair. */
function bindCase(call: CallSite): Kernel {
  const truths = call.argumentTypes.map((_, index) => truthOf(call, index));
  const last = call.argumentTypes.length - 1;
  const value = (args: readonly Scalar[], index: number): Scalar =>
    convert(args[index], call.argumentTypes[index], call.resultType);
  return (args) => {
    for (let i = 0; i < last; i += 2) if (truths[i](args[i]) === true) return value(args, i + 1);
    return value(args, last);
  };
}

function bindCoalesce(call: CallSite): Kernel {
  return (args) => {
    for (let i = 0; i < call.argumentTypes.length; i++) {
      const value = convert(args[i], call.argumentTypes[i], call.resultType);
      if (value !== null && value !== '') return value;
    }
    return call.resultType === 'string' ? '' : null;
  };
}

function emptiness(name: string, emptyTextCounts: boolean, negate: boolean, ...aliases: string[]): ScalarFunction {
  return {
    name,
    aliases,
    nulls: 'kernel',
    bind: () => {
      const isMissing = emptyTextCounts
        ? (value: Scalar): boolean => value === null || value === ''
        : (value: Scalar): boolean => value === null;
      return ([value]) => isMissing(value) !== negate;
    },
  };
}
