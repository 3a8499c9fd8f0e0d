import type { ReactNode } from 'react';
import type { Span } from '../../rule-engine/index.ts';
import styles from './MarkedText.module.css';
import matchStyles from './Match.module.css';

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

/** A text whose matches are buttons to what made them. Where matches overlap, the first has the shared part. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { span, kind, onPress } of [...marks].sort((a, b) => a.span.start - b.span.start)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.start + span.length, text.length);
    if (end <= start) continue;
    const matched = text.slice(start, end);
    pieces.push(
      text.slice(at, start),
      <mark key={start} className={`${matchStyles.match} ${styles.match}`} data-kind={kind}>
        <button type="button" title="Show the pattern" onClick={onPress}>
          {matched}
        </button>
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
