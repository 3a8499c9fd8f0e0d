import { X } from 'lucide-react';
import { Panel } from 'react-resizable-panels';
import { IconButton } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { Divider, Splitter } from '../../components/Splitter.tsx';
import { useViewStore } from '../../stores/view-store.ts';
import { DetailColumns } from './DetailColumns.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import styles from './RowDrawer.module.css';
import { useRowDetail } from './use-row-detail.ts';

/** Everything about the row at hand: its columns, and why the rule took it or did not. */
export function RowDrawer() {
  const { closeDetail } = useViewStore((state) => state.actions);
  const detail = useRowDetail();
  return (
    <section
      className={styles.drawer}
      aria-label="Row"
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeDetail();
      }}
    >
      <header className={styles.header}>
        <h2>Row {detail.phase === 'done' && <span className={styles.origin}>{originOf(detail.detail)}</span>}</h2>
        <IconButton label="Close the row" onClick={closeDetail}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {detail.phase === 'loading' && <Message kind="loading">Fetching the row…</Message>}
      {detail.phase === 'failed' && (
        <Message kind="error">This row has no detail: {detail.error.message}. Choose another row.</Message>
      )}
      {detail.phase === 'done' && (
        <div className={styles.body}>
          <Splitter id="detail" orientation="horizontal">
            <Panel id="columns" minSize="200px">
              <DetailColumns detail={detail.detail} />
            </Panel>
            <Divider label="Width of the evidence" />
            <Panel id="evidence" minSize="200px">
              <EvidenceList detail={detail.detail} />
            </Panel>
          </Splitter>
        </div>
      )}
    </section>
  );
}

function originOf({ table, source }: { readonly table: string; readonly source: string }): string {
  return [table, source].filter(Boolean).join(' · ');
}
