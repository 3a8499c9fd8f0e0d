import type { Verdict } from '../../../rule-engine/index.ts';
import { useExclusionName } from '../../stores/exclusion-names.ts';
import styles from './VerdictMark.module.css';

/** Why a row is where it is: a letter in a shape, and words. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  if (verdict.kind === 'hit') return <Mark shape={styles.hit} letter="H" text="Hit" />;
  if (verdict.kind === 'no match') return <Mark shape={styles.none} letter="–" text="No match" />;
  return <ExcludedMark exclusion={verdict.exclusion} />;
}

function ExcludedMark({ exclusion }: { readonly exclusion: number }) {
  const name = useExclusionName(exclusion);
  return <Mark shape={styles.excluded} letter="X" text={name} />;
}

function Mark({ shape, letter, text }: { readonly shape: string; readonly letter: string; readonly text: string }) {
  return (
    <span className={styles.verdict} title={text}>
      <span className={`${styles.mark} ${shape}`} aria-hidden>
        {letter}
      </span>
      <span className={styles.text}>{text}</span>
    </span>
  );
}
