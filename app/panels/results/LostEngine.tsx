import { someOf } from '../../components/format.ts';
import { useEngineStore } from '../../stores/answers/engine-store.ts';
import { useKeptEventsStore } from '../../stores/events/keep-events.ts';
import styles from './LostEngine.module.css';

/** What is there again once the page is loaded again, and what is not. */
export function KeptOverLoading() {
  const left = useKeptEventsStore((state) => state.left);
  if (left.length === 0) return <>The rule, its labels and the event files are kept.</>;
  return <>The rule and its labels are kept, but {someOf(left)} must be opened again.</>;
}

/** What the browser said of the loss, for whoever looks for its cause; nothing where it said nothing. */
export function BrowserWords() {
  const said = useEngineStore((state) => state.lost);
  if (!said) return null;
  return (
    <details className={styles.words}>
      <summary>What the browser said</summary>
      <code>{said}</code>
    </details>
  );
}
