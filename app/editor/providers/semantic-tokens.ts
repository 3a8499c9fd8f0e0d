/** A coloured part of a line; all numbers count from 0. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  /** The index of its type in the legend. */
  readonly type: number;
}

/**
 * Tokens as the Language Server Protocol packs them: five numbers each, lines and characters relative to the token
 * before.
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_semanticTokens
 */
export function encodeTokens(tokens: readonly SemanticToken[]): Uint32Array {
  const data = new Uint32Array(tokens.length * 5);
  let line = 0;
  let character = 0;
  tokens.forEach((token, index) => {
    const isSameLine = token.line === line;
    data.set(
      [token.line - line, isSameLine ? token.character - character : token.character, token.length, token.type, 0],
      index * 5,
    );
    line = token.line;
    character = token.character;
  });
  return data;
}
