import type { StringColumn } from '../../columnar/column.ts';
import type { StringSearch } from '../../kernels/string-match.ts';
import { STRING_OPERATORS, type StringOperator } from '../../kernels/string-predicate.ts';
import type { BoundCall } from './bound.ts';
import type { CodeColumn } from './code-column.ts';

/** The code of the empty string in every dictionary. */
const EMPTY = 0;

/**
 * The codes for which a predicate on a string column is true, where its dictionary tells without looking at a value:
 * equality with a constant, and the tests for empty and null.
 */
export function settledCodes({ name, args }: BoundCall, source: CodeColumn): Uint32Array | undefined {
  const left = args[0];
  const right = args[1];
  if (source.kind !== 'string' || left.kind !== 'column' || left.column !== source) return undefined;
  if (name === 'isempty') return Uint32Array.of(EMPTY);
  if (name === 'isnull') return new Uint32Array(0);
  if (name !== '==' || right.kind !== 'constant' || typeof right.value !== 'string') return undefined;
  const code = source.dictionary.codeOf(right.value);
  return code < 0 ? new Uint32Array(0) : Uint32Array.of(code);
}

const SCANNED: ReadonlySet<string> = new Set(STRING_OPERATORS);

/** A string operator with a constant needle over a string column. */
export interface ColumnSearch extends StringSearch {
  readonly call: BoundCall;
  readonly column: StringColumn;
}

/** The search that a predicate is; undefined for other predicates. */
export function columnSearch(call: BoundCall, source: CodeColumn): ColumnSearch | undefined {
  const left = call.args[0];
  const right = call.args[1];
  if (source.kind !== 'string' || left.kind !== 'column' || left.column !== source || !SCANNED.has(call.name))
    return undefined;
  if (right.kind !== 'constant' || typeof right.value !== 'string') return undefined;
  return { call, column: source, operator: call.name as StringOperator, needle: right.value };
}
