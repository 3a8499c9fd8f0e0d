/** Names in sight, innermost first. Immutable: a statement makes a new scope. */
export class Scope<Binding> {
  static empty<Binding>(): Scope<Binding> {
    return new Scope<Binding>(undefined, '', undefined);
  }

  private readonly outer: Scope<Binding> | undefined;
  private readonly name: string;
  private readonly binding: Binding | undefined;

  private constructor(outer: Scope<Binding> | undefined, name: string, binding: Binding | undefined) {
    this.outer = outer;
    this.name = name;
    this.binding = binding;
  }

  with(name: string, binding: Binding): Scope<Binding> {
    return new Scope(this, name, binding);
  }

  /** All that is in sight, by name, outermost first. */
  entries(): ReadonlyMap<string, Binding> {
    const found = this.outer?.entries() ?? new Map<string, Binding>();
    return this.binding === undefined ? found : new Map([...found, [this.name, this.binding]]);
  }

  lookup(name: string): Binding | undefined {
    for (let scope: Scope<Binding> | undefined = this; scope !== undefined; scope = scope.outer) {
      if (scope.binding !== undefined && scope.name === name) return scope.binding;
    }
    return undefined;
  }
}
