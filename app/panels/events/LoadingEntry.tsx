import { X } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { countOf, formatBytes } from '../../components/format.ts';
import { type LoadingFile, useEventsStore } from '../../stores/events-store.ts';
import styles from './EventsPanel.module.css';

/** A file that is being read, with its progress and a way to stop it; or one that could not be read, and why. */
export function LoadingEntry({ file }: { readonly file: LoadingFile }) {
  const { cancel, dismiss } = useEventsStore((state) => state.actions);
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
  const { bytesRead, bytesTotal, rows } = state.progress;
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
        <span className={styles.facts}>
          {countOf(rows, 'row')}, {formatBytes(bytesRead)} of {formatBytes(bytes)}
        </span>
        <IconButton label={`Stop reading ${name}`} onClick={() => cancel(key)}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
