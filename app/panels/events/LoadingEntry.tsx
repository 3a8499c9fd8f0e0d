import { Pause, Play, X } from 'lucide-react';
import { memo } from 'react';
import type { StreamProgress } from '../../../rule-engine/index.ts';
import { IconButton } from '../../components/Button.tsx';
import { countOf, formatBytes } from '../../components/format.ts';
import { useEventsStore } from '../../stores/events/events-store.ts';
import type { LoadingFile } from '../../stores/events/loading-file.ts';
import styles from './EventsPanel.module.css';

/** A file that is being read, with its progress and a way to stop it; one that is read, or could not be, and why. */
export const LoadingEntry = memo(function LoadingEntry({ file }: { readonly file: LoadingFile }) {
  const { cancel, dismiss, pause, resume } = useEventsStore((state) => state.actions);
  const { key, name, bytes, state } = file;
  if (state.phase === 'failed') {
    return (
      <li className={styles.entry}>
        <div className={styles.summary} role="alert">
          <span className={styles.name}>{name}</span>
          <span className={`${styles.facts} ${styles.bad}`} title={state.error.message}>
            Not read: {state.error.message}
          </span>
          <IconButton label={`Dismiss ${name}`} onClick={() => dismiss(key)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      </li>
    );
  }
  if (state.phase === 'read') {
    return (
      <li className={styles.entry}>
        <div className={styles.summary}>
          <span className={styles.name}>{name}</span>
          <span className={styles.counts}>
            {countOf(state.rows, 'row')}, {formatBytes(bytes)}
          </span>
        </div>
      </li>
    );
  }
  const { bytesRead, bytesTotal, rows } = state.progress;
  const paused = state.phase === 'streaming' && state.paused;
  return (
    <li className={styles.entry}>
      <div className={styles.summary}>
        <span className={styles.name}>{name}</span>
        <progress
          className={styles.progress}
          aria-label={`Reading ${name}`}
          value={bytesRead}
          max={Math.max(1, bytesTotal)}
        />
        <span className={styles.counts}>
          {countOf(rows, 'row')}, {formatBytes(bytesRead)} of {formatBytes(bytes)}
        </span>
        {state.phase === 'streaming' && (
          <IconButton
            label={`${paused ? 'Go on reading' : 'Pause reading'} ${name}`}
            onClick={() => void (paused ? resume(key) : pause(key))}
          >
            {paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
          </IconButton>
        )}
        <IconButton label={`Stop reading ${name}`} onClick={() => cancel(key)}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {state.phase === 'streaming' && <p className={styles.left}>{streamText(state.progress, paused)}</p>}
    </li>
  );
});

/** What is done with a file that is larger than the memory for events. */
function streamText({ phase, hits, nearMisses }: StreamProgress, paused: boolean): string {
  if (phase === 'newest event') return 'Larger than the memory for events: its newest event is looked for first.';
  const found = `${countOf(hits, 'hit')}, ${countOf(nearMisses, 'near miss', 'near misses')}`;
  return paused
    ? `Paused at ${found}.`
    : `Larger than the memory for events, so it is read as a stream and only what is found is kept: ${found} so far.`;
}
