type Globals = Kusto.Language.GlobalState;
type QueryGrammar = Kusto.Language.Parsing.QueryGrammar;

/** What is made late, and where; the service's type declarations leave these parts out. */
interface GrammarInternals {
  readonly Parsing: {
    readonly QueryGrammar: { From(globals: Globals | null): Pick<QueryGrammar, 'QueryBlock'> | null };
  };
  readonly KustoCode: {
    Create(text: string, ...rest: readonly unknown[]): Kusto.Language.KustoCode;
    GetKind(text: string): string | null;
    readonly prototype: object;
  };
}

/**
 * Lets the service make its grammar when completion first looks into it. The service makes it before it parses its first
 * query, which takes longer than all else until then, though its parser is written by hand and never reads it. Affects
 * the loaded service as a whole; to be called once, before anything is parsed.
 */
export function makeGrammarLate(service: typeof Kusto.Language): void {
  const { Parsing, KustoCode } = service as unknown as GrammarInternals;
  const { QueryGrammar } = Parsing;
  const create = KustoCode.Create;
  const make = QueryGrammar.From;
  KustoCode.Create = (text, ...rest) => {
    if (KustoCode.GetKind(text) === 'Command') return create(text, ...rest);
    // The first thing that `Create` asks for. Whoever asks later, such as the parser where a text is very deep, needs it.
    QueryGrammar.From = () => {
      QueryGrammar.From = make;
      return { QueryBlock: null };
    };
    try {
      return create(text, ...rest);
    } finally {
      QueryGrammar.From = make;
    }
  };
  const made = new WeakMap<object, unknown>();
  Object.defineProperty(KustoCode.prototype, 'Grammar', {
    get(this: Kusto.Language.KustoCode) {
      return made.get(this) ?? QueryGrammar.From(this.Globals)?.QueryBlock;
    },
    set(this: Kusto.Language.KustoCode, grammar: unknown) {
      if (grammar !== null) made.set(this, grammar);
    },
  });
}
