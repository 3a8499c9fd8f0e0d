/** A string literal of KQL that means the text: verbatim where that spares escapes. */
export function kqlString(text: string): string {
  if (text.includes('\\') && !/["\r\n\t\0]/.test(text)) return `@"${text}"`;
  return kqlEscapedString(text);
}

/** The same with escapes only: what stands within `dynamic([…])` too. */
export function kqlEscapedString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\0', '\\0');
  return `"${escaped}"`;
}
