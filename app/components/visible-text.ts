/**
 * Characters that show nothing or change the order in which others are shown: a command line that has them can be read as
 * another (Unicode TR 36, "Visual Spoofing"; CVE-2021-42574). Joiners and Arabic's signs of numbers are not among them.
 */
const HIDDEN = /(?![\t\n]|[\u200c-\u200d]|[\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const LINE_FEED = /\n/g;

/** A text of several lines as it is shown: what is hidden in it stands there by its code, such as `[U+202E]`. */
export function visibleText(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(HIDDEN, nameOf);
}

/** As `visibleText`, in one line: a line feed is `[LF]`. */
export function visibleLine(text: string): string {
  return text.replace(HIDDEN, nameOf).replace(LINE_FEED, '[LF]');
}

/** In ASCII alone: a font may lack the signs that Unicode has for them. */
function nameOf(character: string): string {
  if (character === '\r') return '[CR]';
  return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
