import { useRuleStore } from '../../stores/rule/rule-store.ts';
import type { RuleTab } from '../../stores/rule/rule-tab.ts';
import styles from './RulePane.module.css';

/** The text as it will stand in the editor, to read while the editor itself is on its way. */
export function PlainText({ tab }: { readonly tab: RuleTab }) {
  const text = useRuleStore((state) => (tab === 'whole' ? state.query.text : state.segments[tab]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles.plain} tabIndex={0} aria-label="Rule text, read only until the editor is here">
      <pre>{text}</pre>
    </section>
  );
}
