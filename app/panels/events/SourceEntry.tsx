import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SourceReport } from '../../../rule-engine/index.ts';
import { IconButton } from '../../components/Button.tsx';
import { countOf, formatBytes } from '../../components/format.ts';
import { isUnread, useEventsStore } from '../../stores/events/events-store.ts';
import styles from './EventsPanel.module.css';
import { SourceDetail } from './SourceDetail.tsx';
import { StreamedSource } from './StreamedSource.tsx';

/** A loaded file: its name, format, rows and errors on one line; press it for all that was understood. */
export function SourceEntry({ source }: { readonly source: SourceReport }) {
  const [open, setOpen] = useState(false);
  const entry = useRef<HTMLLIElement>(null);
  // What was opened at the panel's end would lie out of sight.
  useEffect(() => {
    if (open) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const { remove } = useEventsStore((state) => state.actions);
  const Chevron = open ? ChevronDown : ChevronRight;
  const tables = source.tables.map(({ table, rows }) => `${countOf(rows, 'row')} in ${table}`);
  return (
    <li ref={entry} className={styles.entry}>
      <div className={styles.summary}>
        <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron size={14} aria-hidden />
          <span className={styles.name} title={source.name}>
            {source.name}
          </span>
          {isUnread(source) ? (
            <span className={`${styles.facts} ${styles.bad}`} title={source.errors[0]?.message}>
              {source.errors[0]?.message ?? 'Nothing in it could be read'}
            </span>
          ) : (
            <span className={styles.facts}>
              {[source.formatTitle, ...source.containers, formatBytes(source.bytes), ...tables].join(' · ')}
            </span>
          )}
          {source.errorCount > 0 && !isUnread(source) && (
            <span className={styles.bad}>{countOf(source.errorCount, 'bad record')}</span>
          )}
        </button>
        <IconButton label={`Remove ${source.name}`} onClick={() => void remove(source.id)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {source.streamed && <StreamedSource source={source} streamed={source.streamed} />}
      {open && <SourceDetail source={source} />}
    </li>
  );
}
