import type { Plan } from '../../plan/plan.ts';
import type { Lowering } from '../lower/lowering.ts';
import type { FunctionCall } from '../syntax.ts';

/** A table function that Sentinel or Defender has besides the language. */
export interface ProductFunction {
  readonly name: string;
  /** What the author of a query that calls it should know. */
  readonly notice?: string;
  /** Its declaration, for the binder. Made once. */
  readonly symbol: () => Kusto.Language.Symbols.FunctionSymbol;
  /**
   * What a call of it is; without it the declaration has a body in KQL.
   *
   * @param input what `invoke` pipes into it; undefined for a plain call
   */
  readonly lower?: (call: FunctionCall, input: Plan | undefined, lowering: Lowering) => Plan;
}
