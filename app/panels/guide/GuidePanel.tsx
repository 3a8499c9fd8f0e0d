import { lazy, Suspense, useState } from 'react';
import type { RuleGuide } from '../../../rule-engine/index.ts';
import { Message } from '../../components/Message.tsx';
import { TabPanel, Tabs } from '../../components/Tabs.tsx';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import styles from './GuidePanel.module.css';

const Markdown = lazy(() => import('./Markdown.tsx'));

/** The rule's own guides: how to tune it, how to look into a hit, how to respond, how to hunt. */
export function GuidePanel() {
  const guide = useRuleStore((state) => state.rule?.guide);
  const [chosen, setChosen] = useState<keyof RuleGuide>('tuning');
  const pages = guidePages(guide);
  if (pages.length === 0) {
    return <Message>This rule has no guide: add Markdown files to its guide folder to show them here.</Message>;
  }
  const page = pages.find(({ id }) => id === chosen) ?? pages[0];
  return (
    <div className={styles.panel}>
      <div className={styles.tabs}>
        <Tabs label="Guides" group="guide" items={pages} selected={page.id} onSelect={setChosen} />
      </div>
      <TabPanel group="guide" selected={page.id} className={styles.page}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
        <section className={styles.scroll} tabIndex={0} aria-label={page.title}>
          <Suspense fallback={<Message kind="loading">Opening the guide…</Message>}>
            <Markdown text={page.markdown} />
          </Suspense>
        </section>
      </TabPanel>
    </div>
  );
}

interface GuidePage {
  readonly id: keyof RuleGuide;
  readonly title: string;
  readonly markdown: string;
}

function guidePages(guide: RuleGuide | undefined): readonly GuidePage[] {
  const pages: readonly [keyof RuleGuide, string, string | undefined][] = [
    ['tuning', 'Tuning', guide?.tuning],
    ['investigation', 'Investigation', guide?.investigation],
    ['response', 'Response', guide?.response],
    ['hunting', 'Hunting', guide?.hunting && fenced(guide.hunting)],
  ];
  return pages.flatMap(([id, title, markdown]) => (markdown ? [{ id, title, markdown }] : []));
}

/** KQL as a code block; the fence is longer than any within. */
function fenced(kql: string): string {
  const longest = Math.max(2, ...[...kql.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}kql\n${kql}\n${fence}`;
}
