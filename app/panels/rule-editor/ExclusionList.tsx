import { type ExclusionWithCount, useExclusions } from '../../stores/evaluation/exclusion-names.ts';
import { ExclusionEntry } from './ExclusionEntry.tsx';
import styles from './ExclusionList.module.css';

/** The exclusions above their text: each can be switched off, which comments it out, and says what it removes. */
export function ExclusionList() {
  const exclusions = useExclusions();
  if (exclusions.length === 0) {
    return (
      <p className={styles.none}>No exclusion yet: write a step such as | where not(FileName =~ "nginx") below.</p>
    );
  }
  const on = exclusions.filter(({ exclusion }) => exclusion.enabled).length;
  return (
    <section className={styles.box} aria-label={`Exclusions: ${on} of ${exclusions.length} on`}>
      <ul className={styles.list}>
        {exclusions.map((entry: ExclusionWithCount, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion is known by its place in the text.
          <ExclusionEntry key={index} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
