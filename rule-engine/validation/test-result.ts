/** What was expected and was not so. */
export interface TestFailure {
  /** Which part of the test: `match`, `noMatch`, `excluded`, `hits`, `assert`, `samples`, `query`. */
  readonly check: string;
  readonly message: string;
}

export interface TestResult {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  readonly failures: readonly TestFailure[];
  /** The number of rows of the result; undefined when the query did not run. */
  readonly hits: number | undefined;
  /** Rows that the samples gave. */
  readonly rows: number;
  readonly milliseconds: number;
}
