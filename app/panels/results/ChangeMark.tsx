import { TickedText } from '../../components/TickedText.tsx';
import type { CausedChange } from '../../stores/rows/row-changes.ts';
import styles from './ChangeMark.module.css';

const signs = { gained: '+', lost: '−' } as const;
const words = { gained: 'Gained', lost: 'Lost' } as const;

interface ChangeMarkProps extends CausedChange {
  /** True where there is room for the edits' titles. */
  readonly isTitled: boolean;
}

/** Whether a row was gained or lost by an edit, and by which. */
export function ChangeMark({ change, causes, isTitled }: ChangeMarkProps) {
  return (
    <span className={styles.change}>
      <span className={styles.sign} data-change={change} aria-hidden>
        {signs[change]}
      </span>
      <span className="visually-hidden">{words[change]}</span>
      {isTitled && (
        <span className={styles.causes}>
          <TickedText text={causes.map(({ title }) => title).join(' · ')} />
        </span>
      )}
    </span>
  );
}

/** A change in words. */
export function changeText({ change, causes }: CausedChange): string {
  const titles = causes.map(({ title }) => title.replaceAll('`', ''));
  return `${words[change]} by: ${titles.join('\n')}`;
}
