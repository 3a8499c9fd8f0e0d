import type { Span } from '../../rule-engine/index.ts';

/** Characters up to which a text is shown whole; a longer one would hold the page up while it is laid out. */
const most = 6000;
/** Characters shown of a longer one: at its start, at its end, and to either side of a match. */
const head = 2000;
const tail = 400;
const around = 400;

/** The parts of a text to show, in order and apart: all of it, or, of a long one, its ends and its matches. */
export function shownParts(length: number, matches: readonly Span[]): readonly Span[] {
  if (length <= most) return [{ start: 0, length }];
  const wanted = [
    { start: 0, end: head },
    ...matches.map(({ start, length }) => ({
      start: Math.max(0, start - around),
      end: start + Math.min(length, head) + around,
    })),
    { start: length - tail, end: length },
  ].sort((a, b) => a.start - b.start);
  const parts: { start: number; end: number }[] = [];
  for (const { start, end } of wanted) {
    const last = parts.at(-1);
    if (last && start <= last.end) last.end = Math.min(length, Math.max(last.end, end));
    else parts.push({ start, end: Math.min(length, end) });
  }
  return parts.map(({ start, end }) => ({ start, length: end - start }));
}
