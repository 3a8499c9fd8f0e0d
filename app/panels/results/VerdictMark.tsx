import type { Verdict } from '../../../rule-engine/index.ts';
import styles from './VerdictMark.module.css';

const marks: Readonly<Record<Verdict['kind'], { readonly shape: string | undefined; readonly letter: string }>> = {
  hit: { shape: styles.hit, letter: 'H' },
  excluded: { shape: styles.excluded, letter: 'X' },
  'no match': { shape: styles.none, letter: '–' },
};

/** Why a row is where it is: a letter in a shape, and words. */
export function VerdictMark({ kind, text }: { readonly kind: Verdict['kind']; readonly text: string }) {
  const { shape, letter } = marks[kind];
  return (
    <span className={styles.verdict}>
      <span className={`${styles.mark} ${shape}`} aria-hidden>
        {letter}
      </span>
      <span className={styles.text}>{text}</span>
    </span>
  );
}

/** A verdict in words; an exclusion by its name. */
export function verdictText(verdict: Verdict, exclusionNames: readonly string[]): string {
  if (verdict.kind === 'hit') return 'Hit';
  if (verdict.kind === 'no match') return 'No match';
  return exclusionNames[verdict.exclusion] ?? `Exclusion ${verdict.exclusion + 1}`;
}
