/** What the lexical shape of KQL knows. `word` is a run of letters, digits and `_`; `other` is any other character. */
type KqlTokenKind =
  | 'comment'
  | 'string'
  | 'space'
  | 'newline'
  | 'pipe'
  | 'semicolon'
  | 'open'
  | 'close'
  | 'word'
  | 'other';

export interface KqlToken {
  readonly kind: KqlTokenKind;
  readonly start: number;
  readonly end: number;
}

const string =
  /[hH]?(?:```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|@"[^"\r\n]*(?:""[^"\r\n]*)*"?|@'[^'\r\n]*(?:''[^'\r\n]*)*'?|"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*\\?"?|'[^'\\\r\n]*(?:\\[^\r\n][^'\\\r\n]*)*\\?'?)/;

const token = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\r\n]*)`,
    `(?<string>${string.source})`,
    String.raw`(?<newline>\r\n|\r|\n)`,
    String.raw`(?<space>[^\S\r\n]+)`,
    String.raw`(?<pipe>\|)`,
    '(?<semicolon>;)',
    '(?<open>[([{])',
    String.raw`(?<close>[)\]}])`,
    String.raw`(?<word>[\p{L}\p{N}_]+)`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'uy',
);

/**
 * Cuts a text into tokens that cover it wholly. Total: half-typed text has tokens too; a string that is not closed ends
 * with its line (a multi-line one with the text), as in Kusto's own lexer.
 */
export function kqlTokens(text: string): readonly KqlToken[] {
  const tokens: KqlToken[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const groups = token.exec(text)?.groups ?? {};
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as KqlTokenKind;
    tokens.push({ kind, start, end: token.lastIndex });
  }
  return tokens;
}
