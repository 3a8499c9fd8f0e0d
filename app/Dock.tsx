import { lazy, Suspense } from 'react';
import { countOf } from './components/format.ts';
import { Message } from './components/Message.tsx';
import { TabPanel, Tabs } from './components/Tabs.tsx';
import styles from './Dock.module.css';
import { BaselinePanel } from './panels/baseline/BaselinePanel.tsx';
import { EventsPanel } from './panels/events/EventsPanel.tsx';
import { GuidePanel } from './panels/guide/GuidePanel.tsx';
import { RulePanel } from './panels/rule/RulePanel.tsx';
import { TuningPanel } from './panels/tuning/TuningPanel.tsx';
import { ValidationPanel } from './panels/validation/ValidationPanel.tsx';
import { unreadCount, useEventsStore } from './stores/events/events-store.ts';
import type { DockTab } from './stores/preferences/preferences.ts';
import { usePreferencesStore } from './stores/preferences/preferences-store.ts';
import { useRuleStore } from './stores/rule/rule-store.ts';
import { useValidationStore } from './stores/validation/validation-store.ts';

const ReviewPanel = lazy(() => import('./panels/review/ReviewPanel.tsx'));

const panels: Readonly<Record<DockTab, React.ComponentType>> = {
  events: EventsPanel,
  tuning: TuningPanel,
  validation: ValidationPanel,
  baseline: BaselinePanel,
  review: ReviewPanel,
  guide: GuidePanel,
  rule: RulePanel,
};

/** The panels below the rule, one at a time. */
export function Dock() {
  const tab = usePreferencesStore((state) => state.dockTab);
  const { showDock } = usePreferencesStore((state) => state.actions);
  const sources = useEventsStore((state) => state.sources.length);
  const failed = useEventsStore(unreadCount);
  const failing = useFailingTests();
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
              badge:
                failed > 0 ? (
                  <Failed title={`${countOf(failed, 'file')} could not be read`} count={failed} />
                ) : (
                  <span className={styles.count}>{sources}</span>
                ),
            },
            { id: 'tuning', title: 'Tuning' },
            {
              id: 'validation',
              title: 'Validation',
              badge: failing > 0 && <Failed title={`${countOf(failing, 'test')} failed`} count={failing} />,
            },
            { id: 'baseline', title: 'Baseline' },
            { id: 'review', title: 'Review' },
            { id: 'guide', title: 'Guide' },
            { id: 'rule', title: 'Rule' },
          ]}
          selected={tab}
          onSelect={showDock}
        />
      </div>
      <TabPanel group="dock" selected={tab} className={styles.panel}>
        <Suspense fallback={<Message kind="loading">Opening the panel…</Message>}>
          <ShownPanel />
        </Suspense>
      </TabPanel>
    </section>
  );
}

/** The number of tests that fail over the text as it stands; zero while that is not known. */
function useFailingTests(): number {
  const last = useValidationStore((state) => state.last);
  const isOfText = useRuleStore((state) => state.query.text === last?.text);
  return last && isOfText ? last.results.filter(({ passed }) => !passed).length : 0;
}

function Failed({ title, count }: { readonly title: string; readonly count: number }) {
  return (
    <span className={styles.failed} title={title}>
      ! {count}
    </span>
  );
}
