import type { ReactNode } from 'react';
import type { Span } from '../../rule-engine/index.ts';
import { countOf } from './format.ts';
import { shownParts } from './long-text.ts';
import styles from './MarkedText.module.css';
import matchStyles from './Match.module.css';
import { visibleText } from './visible-text.ts';

interface Mark {
  readonly span: Span;
  /** What it looks like: the kind of the literal that made it. */
  readonly kind: string;
  /** Goes to what made the match. */
  readonly onPress: () => void;
}

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * A text whose matches are buttons to what made them. Where matches overlap, the first has the shared part. Of a very
 * long text its ends and its matches are shown, and how much lies between.
 */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.length - a.span.length);
  const parts = shownParts(
    text.length,
    sorted.map(({ span }) => span),
  );
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.start > at) pieces.push(<Gap key={`gap ${at}`} length={part.start - at} />);
    pieces.push(...partPieces(text, part, sorted));
    at = part.start + part.length;
  }
  return <>{pieces}</>;
}

function partPieces(text: string, part: Span, sorted: readonly Mark[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  const last = part.start + part.length;
  let at = part.start;
  for (const { span, kind, onPress } of sorted) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.start + span.length, last);
    if (end <= start) continue;
    pieces.push(
      visibleText(text.slice(at, start)),
      <mark key={start} className={`${matchStyles.match} ${styles.match}`} data-kind={kind}>
        <button type="button" title="Show the pattern" onClick={onPress}>
          {visibleText(text.slice(start, end))}
        </button>
      </mark>,
    );
    at = end;
  }
  pieces.push(visibleText(text.slice(at, last)));
  return pieces;
}

function Gap({ length }: { readonly length: number }) {
  return <span className={styles.gap}> … {countOf(length, 'character')} … </span>;
}
