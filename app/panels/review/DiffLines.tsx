import { lineDiff } from '../../../rule-engine/index.ts';
import styles from './ChangeList.module.css';

interface DiffLinesProps {
  readonly before: string | undefined;
  readonly now: string | undefined;
}

const kinds: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed' };

/** Two texts line by line. */
export function DiffLines({ before, now }: DiffLinesProps) {
  return (
    <pre className={styles.diff}>
      {lineDiff(before, now).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
        <span key={index} data-kind={kinds[line[0]]}>
          {line}
        </span>
      ))}
    </pre>
  );
}
