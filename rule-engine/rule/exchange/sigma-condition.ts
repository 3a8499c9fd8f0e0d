/** A Sigma condition, its selections by name, `1 of` and `all of` resolved. */
export type SigmaCondition =
  | { readonly kind: 'selection'; readonly name: string }
  | { readonly kind: 'not'; readonly operand: SigmaCondition }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly SigmaCondition[] };

const deepest = 100;

/** Parses a condition over the selections that the rule has. Throws an Error that says what is not understood. */
export function parseSigmaCondition(text: string, selections: readonly string[]): SigmaCondition {
  if (text.includes('|'))
    throw new Error('Aggregations (after |) are not supported: Sigma 2 keeps them in correlations');
  const parser = new ConditionParser(text.match(/\(|\)|[^\s()]+/g) ?? [], selections);
  return parser.parse();
}

class ConditionParser {
  private readonly tokens: readonly string[];
  private readonly selections: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly string[], selections: readonly string[]) {
    this.tokens = tokens;
    this.selections = selections;
  }

  parse(): SigmaCondition {
    const condition = this.or();
    if (this.at < this.tokens.length) throw new Error(`'${this.tokens[this.at]}' was not expected in the condition`);
    return condition;
  }

  private or(): SigmaCondition {
    return this.chain('or', () => this.chain('and', () => this.not()));
  }

  private chain(kind: 'and' | 'or', operand: () => SigmaCondition): SigmaCondition {
    const operands = [operand()];
    while (this.peek() === kind) {
      this.at++;
      operands.push(operand());
    }
    return operands.length === 1 ? operands[0] : { kind, operands };
  }

  private not(): SigmaCondition {
    if (++this.depth > deepest) throw new Error('The condition is nested too deeply');
    try {
      if (this.peek() !== 'not') return this.operand();
      this.at++;
      return { kind: 'not', operand: this.not() };
    } finally {
      this.depth--;
    }
  }

  private operand(): SigmaCondition {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error('The condition ends too soon');
    if (token === '(') {
      const inner = this.or();
      if (this.tokens[this.at++] !== ')') throw new Error("A ')' is missing in the condition");
      return inner;
    }
    const quantifier = token.toLowerCase();
    if ((quantifier === '1' || quantifier === 'any' || quantifier === 'all') && this.peek() === 'of') {
      this.at++;
      return this.quantified(quantifier === 'all' ? 'and' : 'or', this.tokens[this.at++] ?? '');
    }
    if (!this.selections.includes(token))
      throw new Error(`The condition names '${token}', which the rule does not have`);
    return { kind: 'selection', name: token };
  }

  private quantified(kind: 'and' | 'or', pattern: string): SigmaCondition {
    const names = this.selections.filter((name) =>
      pattern === 'them' ? !name.startsWith('_') : matchesPattern(name, pattern),
    );
    if (names.length === 0) throw new Error(`No selection is called '${pattern}'`);
    const operands = names.map((name) => ({ kind: 'selection', name }) as const);
    return operands.length === 1 ? operands[0] : { kind, operands };
  }

  private peek(): string | undefined {
    return this.tokens[this.at]?.toLowerCase();
  }
}

function matchesPattern(name: string, pattern: string): boolean {
  const pieces = pattern.split('*');
  if (pieces.length === 1) return name === pattern;
  if (!name.startsWith(pieces[0])) return false;
  let at = pieces[0].length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = pieces[pieces.length - 1];
  return name.length - last.length >= at && name.endsWith(last);
}
