import { useEffect } from 'react';
import { formatMilliseconds, withoutFullStop } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import {
  followTests,
  type TestedText,
  useValidationStore,
  type ValidationPhase,
} from '../../stores/validation/validation-store.ts';
import { TestEntry } from './TestEntry.tsx';
import styles from './ValidationPanel.module.css';

/** The rule's own tests, run over its samples with the text as it stands, and again after each edit. */
export function ValidationPanel() {
  const tests = useRuleStore((state) => state.rule?.tests?.tests);
  const { state, last } = useValidationStore();
  useEffect(followTests, []);
  if (!tests || tests.length === 0) {
    return <Message>This rule has no tests: add a tests.yaml to its folder to run them here.</Message>;
  }
  if (!last && state.phase === 'failed') return <Message kind="error">{failureText(state, false)}</Message>;
  if (!last && state.phase === 'waiting') {
    return <Message kind="loading">The tests run as soon as the first rows are on screen…</Message>;
  }
  const ended = state.phase === 'running' ? state.results : (last?.results ?? []);
  return (
    <section className={styles.panel} aria-label="Validation">
      <Head state={state} last={last} total={tests.length} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <ul className={styles.tests} aria-label="Tests" tabIndex={0} data-stale={state.phase === 'failed'}>
        {tests.map((test) => {
          const result = ended.find(({ id }) => id === test.id);
          const before = last?.results.find(({ id }) => id === test.id);
          return <TestEntry key={test.id} test={test} result={result ?? before} isRunning={!result} />;
        })}
      </ul>
    </section>
  );
}

interface HeadProps {
  readonly state: ValidationPhase;
  readonly last: TestedText | undefined;
  readonly total: number;
}

function Head({ state, last, total }: HeadProps) {
  const passed = last?.results.filter((result) => result.passed).length;
  return (
    <div className={styles.head}>
      <div role="status">
        <h2
          className={styles.title}
          data-state={passed === undefined ? 'unknown' : passed < total ? 'failing' : 'passing'}
        >
          {passed === undefined ? `${total} tests` : `${passed} of ${total} pass`}
        </h2>
      </div>
      {state.phase === 'running' && (
        <span>
          Running {Math.min(state.results.length + 1, total)} of {total}…
        </span>
      )}
      {state.phase === 'failed' && <span role="alert">{failureText(state, true)}</span>}
      {state.phase !== 'running' && state.phase !== 'failed' && last && (
        <span>
          in {formatMilliseconds(last.milliseconds)}, at {last.at.toLocaleTimeString('en-GB')}
        </span>
      )}
    </div>
  );
}

function failureText({ message, isText }: ValidationPhase & { phase: 'failed' }, hasLast: boolean): string {
  const told = withoutFullStop(message);
  if (!isText) return `The tests could not run: ${told}. Change the text or reload the page to try again.`;
  return `The text has an error (${told}): mend it and the tests run again${hasLast ? '; this is their last result' : ''}.`;
}
