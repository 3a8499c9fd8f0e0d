import { Copy, RotateCcw } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { FailureBoundary } from '../../components/FailureBoundary.tsx';
import { Message } from '../../components/Message.tsx';
import { TabPanel, Tabs } from '../../components/Tabs.tsx';
import { useLater } from '../../components/use-later.ts';
import { editorIsLoaded } from '../../editor/editor-loaded.ts';
import { loadEditor } from '../../editor/load-editor.ts';
import { afterFirstResult } from '../../stores/evaluation/first-result.ts';
import { asOneEdit } from '../../stores/history/history-store.ts';
import { copyQuery } from '../../stores/rule/copy-query.ts';
import { isModified, useRuleStore } from '../../stores/rule/rule-store.ts';
import { ruleTabs } from '../../stores/rule/rule-tab.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { ExclusionList } from './ExclusionList.tsx';
import { PlainText } from './PlainText.tsx';
import styles from './RulePane.module.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useFaultyTabs } from './use-faulty-tabs.ts';

/** Monaco is large: it comes when the first hits are on screen. */
const RuleEditor = lazy(async () => {
  await afterFirstResult();
  try {
    return { default: await loadEditor() };
  } finally {
    editorIsLoaded();
  }
});

/** The rule: four texts that are one query. */
export function RulePane() {
  const tab = useViewStore((state) => state.ruleTab);
  const { setRuleTab } = useViewStore((state) => state.actions);
  const faulty = useFaultyTabs();
  const tabs = ruleTabs.map((item) => ({ ...item, badge: faulty.has(item.id) && <FaultMark /> }));
  const text = <PlainText tab={tab} />;
  return (
    <section className={styles.pane} aria-label="Rule text">
      <div className={styles.bar}>
        <Tabs label="Rule" group="rule" items={tabs} selected={tab} onSelect={setRuleTab} />
        <div className={styles.tools}>
          <UndoButtons />
          <ResetButton />
          <IconButton label="Copy the whole query" onClick={() => void copyQuery()}>
            <Copy size={15} aria-hidden />
          </IconButton>
        </div>
      </div>
      <TabPanel group="rule" selected={tab} className={styles.panel}>
        {tab === 'exclusions' && <ExclusionList />}
        <div className={styles.editor}>
          <FailureBoundary
            fallback={<Message kind="error">The editor could not be started: reload the page to try again.</Message>}
          >
            <Suspense fallback={text}>
              <RuleEditor tab={tab} />
            </Suspense>
          </FailureBoundary>
        </div>
      </TabPanel>
    </section>
  );
}

/** Takes no room: no tab moves when an error comes or goes. */
function FaultMark() {
  return (
    <span className={styles.fault} title="Has an error">
      <span className="visually-hidden"> has an error</span>
    </span>
  );
}

function ResetButton() {
  const modified = useLater(useRuleStore, isModified);
  const { reset } = useRuleStore((state) => state.actions);
  return (
    <IconButton
      label="Put back the original text"
      disabled={!modified}
      onClick={() => asOneEdit('Original text', reset)}
    >
      <RotateCcw size={15} aria-hidden />
    </IconButton>
  );
}
