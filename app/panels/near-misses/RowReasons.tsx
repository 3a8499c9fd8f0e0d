import { TickedText } from '../../components/TickedText.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useNearMissesStore } from '../../stores/evaluation/near-misses-store.ts';
import { useNearMissReasons } from '../../stores/rows/near-miss-reasons.ts';
import { FixButton } from './FixButton.tsx';
import styles from './RowReasons.module.css';

/** In a row's detail: by what it missed being a hit, with the edits that would catch it. Nothing for other rows. */
export function RowReasons({ row }: { readonly row: number }) {
  const result = useEvaluationStore(lastResult);
  const run = result?.evaluation.run;
  const isLooked = useNearMissesStore((state) => state.found?.run === run);
  const reasons = useNearMissReasons(isLooked ? run : undefined, [row]).get(row) ?? [];
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons} aria-label="Why it is a near miss">
      {reasons.map(({ group, message, fixes }) => (
        <li key={`${group} ${message}`}>
          <span>
            <TickedText text={message} />
          </span>
          {fixes.map((fix) => (
            <FixButton key={fix.title} fix={fix} result={result} />
          ))}
        </li>
      ))}
    </ul>
  );
}
