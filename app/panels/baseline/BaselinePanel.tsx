import { useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Message } from '../../components/Message.tsx';
import { LazyTextDiff } from '../../editor/LazyTextDiff.tsx';
import { useComparison, useMarkedInGrid } from '../../stores/review/comparison.ts';
import { useIsAtBaseline, usePinnedVersion } from '../../stores/review/pinned-version.ts';
import styles from './BaselinePanel.module.css';
import { DifferenceView } from './DifferenceView.tsx';
import { VersionList } from './VersionList.tsx';

const choices = [
  { id: 'rows', title: 'Rows' },
  { id: 'text', title: 'Text' },
] as const;

/** The rule against a version of it: rows gained and lost with the edit that caused each, metrics, the text's difference. */
export function BaselinePanel() {
  const [shown, setShown] = useState<'rows' | 'text'>('rows');
  const pinned = usePinnedVersion();
  const isSame = useIsAtBaseline();
  const comparison = useComparison();
  useMarkedInGrid(comparison);
  if (!pinned) return <Message>No rule is open, so there is nothing to compare.</Message>;
  return (
    <section className={styles.panel} aria-label="Baseline">
      <VersionList pinned={pinned.id} />
      <div className={styles.bar}>
        <h2 className={styles.title}>
          Now, against <b>{pinned.name}</b>
        </h2>
        <Choice legend="What to compare" options={choices} selected={shown} onSelect={setShown} />
      </div>
      <div className={styles.view} data-shown={shown}>
        {isSame && (
          <Message>The text is the one of “{pinned.name}”: change it, and the difference is shown here.</Message>
        )}
        {!isSame && shown === 'rows' && <DifferenceView comparison={comparison} against={pinned.name} />}
        {!isSame && shown === 'text' && <LazyTextDiff before={pinned.segments} />}
      </div>
    </section>
  );
}
