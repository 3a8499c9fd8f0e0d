import type { BoundCall } from './bound.ts';
import type { CodeColumn } from './distinct-index.ts';

/** The code of the empty string in every dictionary. */
const EMPTY = 0;

/**
 * The codes for which a predicate on a string column is true, where its dictionary tells without looking at a value:
 * equality with a constant, and the tests for empty and null.
 */
export function settledCodes({ name, args }: BoundCall, source: CodeColumn): Uint32Array | undefined {
  const [left, right] = args;
  if (source.kind !== 'string' || left.kind !== 'column' || left.column !== source) return undefined;
  if (name === 'isempty') return Uint32Array.of(EMPTY);
  if (name === 'isnull') return new Uint32Array(0);
  if (name !== '==' || right.kind !== 'constant' || typeof right.value !== 'string') return undefined;
  const code = source.dictionary.codeOf(right.value);
  return code < 0 ? new Uint32Array(0) : Uint32Array.of(code);
}
