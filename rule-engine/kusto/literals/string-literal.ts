/**
 * The text of a Kusto string literal as written: `"a\n"`, `'a'`, verbatim `@"C:\x"`, multi-line ```` ```a``` ```` and
 * `~~~a~~~`, each also obfuscated (`h"…"`). Undefined when the literal is malformed.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */
export function parseStringLiteral(raw: string): string | undefined {
  const text = raw.replace(/^[hH]/, '');
  for (const fence of ['```', '~~~']) {
    if (text.startsWith(fence)) return text.endsWith(fence) ? text.slice(3, -3) : undefined;
  }
  const verbatim = text.startsWith('@');
  const quote = text[verbatim ? 1 : 0];
  if (quote !== '"' && quote !== "'") return undefined;
  const inner = text.slice(verbatim ? 2 : 1, text.endsWith(quote) ? -1 : undefined);
  return verbatim ? inner.replaceAll(quote + quote, quote) : unescaped(inner);
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{3})|([\s\S]))/g,
    (_, short, long, byte, octal, other) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const code = short ?? long ?? byte;
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return SIMPLE_ESCAPES[other] ?? other;
    },
  );
}
