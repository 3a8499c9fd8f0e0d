import type { Span } from '../base/span.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';

/** What a function knows of one call of it, before the first row. */
export interface CallSite {
  readonly argumentTypes: readonly ScalarType[];
  /** The type that Kusto's binder gave the call. */
  readonly resultType: ScalarType;
  /** For each argument its value when it is constant, else undefined. */
  readonly constants: readonly (Scalar | undefined)[];
  /** The evaluation clock: what `now()` answers, in datetime ticks. */
  readonly now: bigint;
  readonly span: Span;
}

/** Computes one row. `args` is reused between rows: never keep it. */
export type Kernel = (args: readonly Scalar[]) => Scalar;

/**
 * A scalar function or operator of the language, complete in one entry.
 *
 * The executor calls `bind` once a call site and the kernel once a row, or once a distinct value where all arguments but
 * constants come from one string column: a kernel must therefore be pure, unless `volatile`.
 */
export interface ScalarFunction {
  /** Kusto's name (`strcat`) or spelling (`==`, `!has_cs`), as in `CallExpr.name`. */
  readonly name: string;
  /** Other spellings of the same function, deprecated ones among them. */
  readonly aliases?: readonly string[];
  /**
   * `propagate`: a null argument makes the result null (`''` when it is a string) and the kernel never sees it.
   * `kernel`: the kernel is given nulls.
   */
  readonly nulls: 'propagate' | 'kernel';
  /** True when two calls with the same arguments may differ (`rand`, `new_guid`). */
  readonly volatile?: boolean;
  /** True when it reads the evaluation clock (`now`, `ago`). */
  readonly readsClock?: boolean;
  /** Brings what `bind` and its kernels need and few queries do, such as a library; awaited before `bind`. */
  readonly prepare?: () => Promise<void>;
  /** Prepares a kernel for a call: compiles constant regular expressions, picks the kernel by type. May throw QueryError. */
  readonly bind: (call: CallSite) => Kernel;
}
