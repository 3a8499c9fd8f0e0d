import type { ScalarType } from '../schema/scalar-type.ts';
import { convert } from './conversion.ts';
import type { ScalarFunction } from './function.ts';

/** `tostring`, `toint`, `tolong`, … */
export const conversionFunctions: readonly ScalarFunction[] = [
  to('tostring', 'string'),
  to('tobool', 'bool', 'toboolean'),
  to('toint', 'int'),
  to('tolong', 'long'),
  to('toreal', 'real', 'todouble'),
  to('todecimal', 'decimal'),
  to('todatetime', 'datetime'),
  to('totimespan', 'timespan', 'totime'),
  to('toguid', 'guid'),
];

function to(name: string, type: ScalarType, ...aliases: string[]): ScalarFunction {
  return {
    name,
    aliases,
    nulls: 'kernel',
    bind(call) {
      const from = call.argumentTypes[0];
      return ([value]) => convert(value, from, type);
    },
  };
}
