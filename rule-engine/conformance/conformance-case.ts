/** What Kusto's own engine answered to a query: a result, or that it refused it. */
export interface ConformanceCase {
  readonly id: string;
  readonly query: string;
  /** Present where the engine refused the query. */
  readonly error?: string;
  readonly columns?: readonly { readonly name: string; readonly type?: string; readonly typeClass?: string }[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly rowCount?: number;
  /** False where only the count of the rows was recorded. */
  readonly complete?: boolean;
  /** True where the recording turned infinities into null. */
  readonly real_null_may_be_infinity?: boolean;
}

/** A predicate of the `has` family and whether it held. */
interface MeasuredPredicate {
  readonly haystack: string;
  readonly op: string;
  readonly needle?: string;
  /** The right side as it was written, where it is a list. */
  readonly rhs?: string;
  readonly expected: boolean;
}

/** Functions whose answer no recording can foresee. */
const UNFORESEEABLE =
  /\b(rand|now|ago|new_guid|sample|sample-distinct|take_any|any|ingestion_time|current_\w+|cursor_\w+|hll|tdigest|externaldata|http_request\w*)\b\s*\(?/;

/** The cases of a recording, a JSON object a line, less those that no engine could answer twice. */
export function readCases(text: string): readonly ConformanceCase[] {
  return linesOf<ConformanceCase>(text).filter(
    ({ query }) => !UNFORESEEABLE.test(query.replace(/"[^"]*"|'[^']*'/g, '')),
  );
}

/** Measured predicates as queries over a row, so that they take the way of every other query. */
export function readPredicates(text: string): readonly ConformanceCase[] {
  return linesOf<MeasuredPredicate>(text).map(({ haystack, op, needle, rhs, expected }, i) => ({
    id: `predicate ${i + 1}`,
    query: `datatable(text: string) [${JSON.stringify(haystack)}] | project holds = text ${op} ${rhs ?? JSON.stringify(needle)}`,
    columns: [{ name: 'holds', type: 'bool' }],
    rows: [[expected]],
  }));
}

function linesOf<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
