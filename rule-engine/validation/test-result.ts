/** A row that is not what a test expects. */
export interface WrongRow {
  /** Texts of the columns that tell it apart; undefined where its table lacks them. */
  readonly device: string | undefined;
  readonly report: string | undefined;
  /** Its command line, or its number where it has none. */
  readonly text: string;
  /** What the rule said of it: `match`, `do not match`, `are excluded by '…'`. */
  readonly verdict: string;
}

/** What was expected and was not so. */
export interface TestFailure {
  /** Which part of the test: `match`, `noMatch`, `excluded`, `hits`, `assert`, `samples`, `query`. */
  readonly check: string;
  readonly message: string;
  /** The rows that it is about; none where it is about none. At most 20. */
  readonly rows?: readonly WrongRow[];
}

/** The number of rows that a test looked at, by what was expected of them. */
export interface CheckedCounts {
  readonly match: number;
  readonly noMatch: number;
  readonly excluded: number;
}

export interface TestResult {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  readonly failures: readonly TestFailure[];
  readonly checked: CheckedCounts;
  /** The number of rows of the result; undefined when the query did not run. */
  readonly hits: number | undefined;
  /** Rows that the samples gave. */
  readonly rows: number;
  readonly milliseconds: number;
}
