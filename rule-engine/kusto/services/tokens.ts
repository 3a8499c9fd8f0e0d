import type { Code } from './code-service.ts';

/** A token of the query without the blanks and comments before it. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

/** The query's tokens in order, those that the parser could not place included. */
export function tokensOf(code: Code): Token[] {
  const tokens: Token[] = [];
  let token = code.Syntax?.GetFirstToken() ?? null;
  while (token !== null) {
    if (token.Width > 0) tokens.push({ text: token.Text ?? '', start: token.TextStart });
    token = token.GetNextToken();
  }
  return tokens;
}
