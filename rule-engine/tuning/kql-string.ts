/** A string literal of KQL that means the text: verbatim where that spares escapes. */
export function kqlString(text: string): string {
  if (text.includes('\\') && !/["\r\n\t\0]/.test(text)) return `@"${text}"`;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\0', '\\0');
  return `"${escaped}"`;
}
