/** A piece of a Sigma string: text, or a wildcard. */
export type SigmaPart = string | typeof anyText | typeof anyCharacter;

export const anyText = Symbol('*');
export const anyCharacter = Symbol('?');

/** A text as a Sigma string that means exactly it: wildcards, and backslashes that would escape, are escaped. */
export function escapeSigma(text: string): string {
  return text.replace(/\\+(?=[*?])|\\{2,}|[*?]/g, (found) =>
    found[0] === '\\' ? found.replaceAll('\\', '\\\\') : `\\${found}`,
  );
}

/** The parts of a Sigma string: `\*`, `\?` and `\\` are characters, `*` and `?` wildcards, any other `\` itself. */
export function sigmaParts(value: string): readonly SigmaPart[] {
  const parts: SigmaPart[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') parts.push(text);
    text = '';
  };
  for (const [piece] of value.matchAll(/\\[*?\\]|[\s\S]/gu)) {
    if (piece === '*' || piece === '?') {
      endText();
      parts.push(piece === '*' ? anyText : anyCharacter);
    } else {
      text += piece.length === 2 && piece[0] === '\\' ? piece[1] : piece;
    }
  }
  endText();
  return parts;
}

/** A text as a KQL string literal. */
export function kqlString(text: string): string {
  if (/[\r\n]/.test(text)) return JSON.stringify(text);
  if (text.includes('\\')) return `@"${text.replaceAll('"', '""')}"`;
  return `"${text.replaceAll('"', '\\"')}"`;
}
