import { type Span, spanEnd } from '../../base/span.ts';
import { items } from '../load.ts';
import { type Code, codeService, textOfCode } from './code-service.ts';
import { completionsAt } from './completion.ts';
import { editDistance } from './edit-distance.ts';
import type { QuickFix } from './quick-fix.ts';

/** Microsoft's codes for a name that nothing in scope has, and for a word that is no operator. */
const UNKNOWN_NAME = new Set(['KS142', 'KS176', 'KS204', 'KS208', 'KS210', 'KS211', 'KS212']);

const MOST_SUGGESTIONS = 3;

/** For each unknown name that touches `within`: the names in scope that are closest to it. */
export function misspelledNameFixes(code: Code, within: Span): QuickFix[] {
  return items<Kusto.Language.Diagnostic>(codeService(code).GetDiagnostics(true)).flatMap((diagnostic) => {
    const span = { start: diagnostic.Start, length: diagnostic.Length };
    const isNear = span.start <= spanEnd(within) && spanEnd(span) >= within.start;
    return isNear && UNKNOWN_NAME.has(diagnostic.Code ?? '') ? suggestions(code, span) : [];
  });
}

function suggestions(code: Code, span: Span): QuickFix[] {
  const written = textOfCode(code).slice(span.start, spanEnd(span));
  if (written === '') return [];
  const names = new Set(completionsAt(code, spanEnd(span)).map((item) => item.label));
  return closestNames(written, names).map((name) => ({
    title: `Change to ${name}`,
    span,
    edits: [{ span, text: name }],
  }));
}

/** The names that differ least, letter case apart, by at most a third of the letters; the closest first. */
function closestNames(written: string, names: Iterable<string>): string[] {
  const folded = written.toLowerCase();
  const most = Math.max(1, Math.floor(written.length / 3));
  return [...names]
    .filter((name) => name !== written)
    .map((name) => ({ name, distance: editDistance(folded, name.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name }) => name);
}
