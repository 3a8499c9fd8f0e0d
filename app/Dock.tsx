import { countOf } from './components/format.ts';
import { TabPanel, Tabs } from './components/Tabs.tsx';
import styles from './Dock.module.css';
import { BaselinePanel } from './panels/baseline/BaselinePanel.tsx';
import { EventsPanel } from './panels/events/EventsPanel.tsx';
import { GuidePanel } from './panels/guide/GuidePanel.tsx';
import { RulePanel } from './panels/rule/RulePanel.tsx';
import { TuningPanel } from './panels/tuning/TuningPanel.tsx';
import { useEventsStore } from './stores/events-store.ts';
import { type DockTab, usePreferencesStore } from './stores/preferences-store.ts';

const panels: Readonly<Record<DockTab, () => React.JSX.Element>> = {
  events: EventsPanel,
  tuning: TuningPanel,
  baseline: BaselinePanel,
  guide: GuidePanel,
  rule: RulePanel,
};

/** The panels below the rule, one at a time. */
export function Dock() {
  const tab = usePreferencesStore((state) => state.dockTab);
  const { showDock } = usePreferencesStore((state) => state.actions);
  const sources = useEventsStore((state) => state.sources.length);
  const failed = useEventsStore((state) => state.loading.filter(({ state }) => state.phase === 'failed').length);
  const ShownPanel = panels[tab];
  return (
    <section className={styles.dock} aria-label="Panels">
      <div className={styles.tabs}>
        <Tabs
          label="Panels"
          group="dock"
          items={[
            {
              id: 'events',
              title: 'Events',
              badge: failed > 0 ? <Failed count={failed} /> : <span className={styles.count}>{sources}</span>,
            },
            { id: 'tuning', title: 'Tuning' },
            { id: 'baseline', title: 'Baseline' },
            { id: 'guide', title: 'Guide' },
            { id: 'rule', title: 'Rule' },
          ]}
          selected={tab}
          onSelect={showDock}
        />
      </div>
      <TabPanel group="dock" selected={tab} className={styles.panel}>
        <ShownPanel />
      </TabPanel>
    </section>
  );
}

function Failed({ count }: { readonly count: number }) {
  return (
    <span className={styles.failed} title={`${countOf(count, 'file')} could not be read`}>
      ! {count}
    </span>
  );
}
