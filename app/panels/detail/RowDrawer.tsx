import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Panel } from 'react-resizable-panels';
import { IconButton } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { Divider, Splitter } from '../../components/Splitter.tsx';
import { type TabItem, TabPanel, Tabs } from '../../components/Tabs.tsx';
import { useCurrentView } from '../../stores/view/current-view.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { DetailColumns } from './DetailColumns.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { LabelEditor } from './LabelEditor.tsx';
import styles from './RowDrawer.module.css';
import { useRowDetail } from './use-row-detail.ts';

type DetailTab = 'evidence' | 'processes';

const tabs: readonly TabItem<DetailTab>[] = [
  { id: 'evidence', title: 'Evidence' },
  { id: 'processes', title: 'Process tree' },
];

interface RowDrawerProps {
  /** The processes around a row. */
  readonly processesOf: (row: number) => ReactNode;
  /** By what a row missed being a hit. */
  readonly reasonsOf: (row: number) => ReactNode;
}

/** Everything about the row at hand: its label, its columns, why the rule took it or did not, the processes around it. */
export function RowDrawer({ processesOf, reasonsOf }: RowDrawerProps) {
  const [tab, setTab] = useState<DetailTab>('evidence');
  const view = useCurrentView();
  const { closeDetail } = useViewStore((state) => state.actions);
  const detail = useRowDetail();
  // What the query made anew is numbered by itself: its numbers are those of other events.
  const event = detail.phase === 'done' && detail.detail.table !== '' ? detail.detail.row : undefined;
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
        {event !== undefined && view && <LabelEditor run={view.run} row={event} selection={{ view, rows: [event] }} />}
        <IconButton label="Close the row" onClick={closeDetail}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {detail.phase === 'loading' && <Message kind="loading">Fetching the row…</Message>}
      {detail.phase === 'failed' && (
        <Message kind="error">This row has no detail: {detail.error.message}. Choose another row.</Message>
      )}
      {event !== undefined && reasonsOf(event)}
      {detail.phase === 'done' && (
        <div className={styles.body}>
          <Splitter id="detail" orientation="horizontal">
            <Panel id="columns" minSize="200px">
              <DetailColumns detail={detail.detail} />
            </Panel>
            <Divider label="Width of the evidence" />
            <Panel id="evidence" minSize="200px">
              <div className={styles.side}>
                <div className={styles.tabs}>
                  <Tabs label="About the row" group="detail" items={tabs} selected={tab} onSelect={setTab} />
                </div>
                <TabPanel group="detail" selected={tab} className={styles.tabPanel}>
                  {tab === 'evidence' && <EvidenceList detail={detail.detail} />}
                  {tab === 'processes' && event !== undefined && processesOf(event)}
                  {tab === 'processes' && event === undefined && (
                    <Message>The query made this row anew: choose an event to see its processes.</Message>
                  )}
                </TabPanel>
              </div>
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
