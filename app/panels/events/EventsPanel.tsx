import { ClipboardPaste, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { SourceReport } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { countOf, formatBytes, formatCount, someOf } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { pickFiles } from '../../components/pick-files.ts';
import { loadedRows, unreadCount, useEventsStore } from '../../stores/events/events-store.ts';
import { keptBytes, useKeptEventsStore } from '../../stores/events/keep-events.ts';
import type { LoadingFile } from '../../stores/events/loading-file.ts';
import { sourceKey } from '../../stores/events/opened-files.ts';
import { openShippedSamples } from '../../stores/events/shipped-samples.ts';
import { openFiles } from '../../stores/files/open-files.ts';
import styles from './EventsPanel.module.css';
import { inSight } from './in-sight.ts';
import { LoadingEntry } from './LoadingEntry.tsx';
import { OutOfPeriod } from './OutOfPeriod.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { RuleCoverage } from './RuleCoverage.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { SourceEntry } from './SourceEntry.tsx';

/** The loaded event files: what was understood of each, and ways to add, change and remove them. */
export function EventsPanel() {
  const sources = useEventsStore((state) => state.sources);
  const loading = useEventsStore((state) => state.loading);
  const rows = useEventsStore(loadedRows);
  const unread = useEventsStore(unreadCount);
  const [pasting, setPasting] = useState(false);
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <span className={styles.sum}>
          {countOf(sources.length, 'source')}, {countOf(rows, 'row')}
          {unread > 0 && ', '}
          {unread > 0 && <span className={styles.bad}>{formatCount(unread)} not read</span>}
        </span>
        <Button onClick={() => setPasting(true)}>
          <ClipboardPaste size={14} aria-hidden />
          Paste
        </Button>
        <Button kind="primary" onClick={() => void pickFiles().then(openFiles)}>
          <FolderOpen size={14} aria-hidden />
          Open files
        </Button>
      </div>
      <RuleCoverage />
      <OutOfPeriod />
      <NotKept />
      {sources.length + loading.length === 0 ? (
        <Message actions={<Button onClick={() => void openShippedSamples()}>Load the rule’s samples</Button>}>
          Drop files anywhere on this window, open some, or paste text.
        </Message>
      ) : (
        <FileList sources={sources} loading={loading} />
      )}
      <SavedMappings />
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </div>
  );
}

interface FileListProps {
  readonly sources: readonly SourceReport[];
  readonly loading: readonly LoadingFile[];
}

/** Files that are listed at first, and more at each press: thousands would hold the page up. */
const listedAtOnce = 200;

function FileList({ sources, loading }: FileListProps) {
  const [listed, setListed] = useState(listedAtOnce);
  const inLoading = new Set(loading.map(({ state }) => (state.phase === 'read' ? state.source : undefined)));
  const others = sources.filter(({ id }) => !inLoading.has(id));
  const first = inSight(loading, listed);
  const left = loading.length + others.length - listed;
  return (
    <>
      <ul aria-label="Files">
        {first.map((file) => (
          <LoadingEntry key={file.key} file={file} />
        ))}
        {others.slice(0, listed - first.length).map((source) => (
          <SourceEntry key={sourceKey(source.id)} source={source} />
        ))}
      </ul>
      {left > 0 && (
        <p className={styles.more}>
          <Button onClick={() => setListed(listed + listedAtOnce)}>List more files</Button>
          {formatCount(left)} not listed
        </p>
      )}
    </>
  );
}

/** The files that a reload will lose, and why. */
function NotKept() {
  const { left, isFull } = useKeptEventsStore();
  if (left.length === 0) return null;
  const reason = isFull ? 'this browser has no room for more' : `at most ${formatBytes(keptBytes)} of files are kept`;
  return (
    <p className={styles.left} title={left.join(', ')}>
      A reload will lose {someOf(left)}: {reason}.
    </p>
  );
}
