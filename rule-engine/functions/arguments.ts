import type { Scalar } from '../schema/value.ts';
import { dynamicOf, longOf, realOf } from './conversion.ts';
import type { CallSite } from './function.ts';
import { valueText } from './value-text.ts';

/** Reads one argument of a row in the type that a function wants. */
export type ArgumentReader<T> = (args: readonly Scalar[]) => T;

/** An argument's text, `''` for null. */
export function textArgument(call: CallSite, index: number): ArgumentReader<string> {
  const type = call.argumentTypes[index];
  if (type === 'string') return (args) => args[index] as string;
  return (args) => valueText(args[index], type);
}

/** An argument as a JavaScript integer (Kusto's indexes, lengths and counts); null for null; `missing` when not given. */
export function integerArgument(call: CallSite, index: number, missing: number): ArgumentReader<number | null> {
  const type = call.argumentTypes[index];
  if (type === undefined) return () => missing;
  return (args) => {
    const long = longOf(args[index], type);
    return long === null ? null : Number(long);
  };
}

/** An argument as a real, or null. */
export function realArgument(call: CallSite, index: number): ArgumentReader<number | null> {
  const type = call.argumentTypes[index];
  if (type === 'real') return (args) => args[index] as number | null;
  return (args) => realOf(args[index], type);
}

/** An argument as a dynamic value. */
export function dynamicArgument(call: CallSite, index: number): ArgumentReader<ReturnType<typeof dynamicOf>> {
  const type = call.argumentTypes[index];
  return (args) => dynamicOf(args[index], type);
}

/** The text of an argument that is constant, else undefined. */
export function constantText(call: CallSite, index: number): string | undefined {
  const constant = call.constants[index];
  return constant === undefined ? undefined : valueText(constant, call.argumentTypes[index]);
}
