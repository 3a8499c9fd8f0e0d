import { unsupported } from '../diagnostics/diagnostic.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';

/** `estimate_data_size`: the bytes of values. */
export const dataSizeFunctions: readonly ScalarFunction[] = [{ name: 'estimate_data_size', nulls: 'kernel', bind }];

/** The bytes of a value of a type whose width the documentation states; of a text those of its UTF-8. */
const WIDTHS: Partial<Readonly<Record<ScalarType, bigint>>> = {
  int: 4n,
  long: 8n,
  real: 8n,
  decimal: 16n,
  guid: 16n,
};

/** What Kusto counts for a null, and for the types without a stated width, is not documented. */
function bind(call: CallSite): Kernel {
  for (const type of call.argumentTypes) {
    if (type !== 'string' && WIDTHS[type] === undefined) {
      throw unsupported(`estimate_data_size() of a value of type ${type}`, call.span);
    }
  }
  const encoder = new TextEncoder();
  return (args) =>
    call.argumentTypes.reduce((sum, type, i) => {
      const value = args[i];
      if (value === null) throw unsupported('estimate_data_size() of a null', call.span);
      return sum + (WIDTHS[type] ?? BigInt(encoder.encode(value as string).length));
    }, 0n);
}
