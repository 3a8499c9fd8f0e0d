import type { Expr } from '../../plan/expr.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Expression } from '../syntax.ts';
import type { Lowering } from './lowering.ts';

/** What a name of a `let`, a parameter or an `as` stands for. */
export type Binding =
  /** A `let` or an argument: its text, to be lowered where it was written. Lowered at most once. */
  | { readonly kind: 'expression'; readonly node: Expression; readonly lowering: Lowering; expr?: Expr; plan?: Plan }
  /** A function: called, its body is lowered with the names that were in sight where it was declared. */
  | {
      readonly kind: 'function';
      readonly node: Kusto.Language.Syntax.FunctionDeclaration;
      readonly lowering: Lowering;
    }
  | { readonly kind: 'pattern'; readonly node: Kusto.Language.Syntax.PatternDeclaration; readonly lowering: Lowering }
  | { readonly kind: 'plan'; readonly plan: Plan };

/** Names in sight, innermost first. Immutable: a statement makes a new scope. */
export class Scope {
  static readonly empty = new Scope(undefined, '', undefined);
  private readonly outer: Scope | undefined;
  private readonly name: string;
  private readonly binding: Binding | undefined;

  private constructor(outer: Scope | undefined, name: string, binding: Binding | undefined) {
    this.outer = outer;
    this.name = name;
    this.binding = binding;
  }

  with(name: string, binding: Binding): Scope {
    return new Scope(this, name, binding);
  }

  /** All that is in sight, by name, outermost first. */
  entries(): ReadonlyMap<string, Binding> {
    const found = this.outer?.entries() ?? new Map<string, Binding>();
    return this.binding === undefined ? found : new Map([...found, [this.name, this.binding]]);
  }

  lookup(name: string): Binding | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.outer) {
      if (scope.binding !== undefined && scope.name === name) return scope.binding;
    }
    return undefined;
  }
}
