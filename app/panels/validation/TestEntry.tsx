import type { RuleTest, TestFailure, TestResult } from '../../../rule-engine/index.ts';
import { countOf, formatCount, formatMilliseconds } from '../../components/format.ts';
import { useEventsStore } from '../../stores/events/events-store.ts';
import { FailedRow } from './FailedRow.tsx';
import styles from './ValidationPanel.module.css';

const states = {
  passed: { letter: 'P', text: 'Passed' },
  failed: { letter: 'F', text: 'Failed' },
  running: { letter: '…', text: 'Running' },
} as const;

interface TestEntryProps {
  readonly test: RuleTest;
  /** The newest that is known. */
  readonly result: TestResult | undefined;
  readonly isRunning: boolean;
}

/** A test in a line that folds out to how its samples are made by hand; below it what failed. */
export function TestEntry({ test, result, isRunning }: TestEntryProps) {
  const ended = result?.passed ? 'passed' : 'failed';
  const state = isRunning || !result ? 'running' : ended;
  const { letter, text } = states[state];
  const checked = result && checkedText(test, result);
  return (
    <li className={styles.test} data-state={state} aria-label={`${test.title}: ${text}`}>
      <details>
        <summary className={styles.line}>
          <span className={styles.mark} title={text} aria-hidden>
            {letter}
          </span>
          <span className={styles.name} title={test.title}>
            {test.title}
          </span>
          <span className={styles.checked} title={checked}>
            {checked}
          </span>
          {result && <span className={styles.time}>{formatMilliseconds(result.milliseconds)}</span>}
        </summary>
        <About test={test} />
      </details>
      {result && result.failures.length > 0 && <Failures test={test} failures={result.failures} />}
    </li>
  );
}

/** What was looked at, and of how much. */
function checkedText(test: RuleTest, { checked, rows }: TestResult): string {
  const parts = [
    checked.match > 0 && `${formatCount(checked.match)} must match`,
    checked.noMatch > 0 && `${formatCount(checked.noMatch)} must not`,
    checked.excluded > 0 && `${formatCount(checked.excluded)} excluded`,
    test.hits !== undefined && countOf(test.hits, 'hit'),
    test.assertion !== undefined && 'an assertion',
  ].filter((part) => part !== false);
  return `${parts.join(' · ')} in ${countOf(rows, 'row')}`;
}

const checks: Readonly<Record<string, string>> = {
  match: 'Must match',
  noMatch: 'Must not match',
  excluded: 'Must be excluded',
  hits: 'Hits',
  assert: 'Assertion',
  samples: 'Samples',
  query: 'Query',
};

function Failures({ test, failures }: { readonly test: RuleTest; readonly failures: readonly TestFailure[] }) {
  const isLoaded = useEventsStore(({ sources }) =>
    test.samples.every((path) => sources.some(({ name }) => name === path.replace(/^.*\//, ''))),
  );
  return (
    <ul className={styles.failures} aria-label={`What failed in ${test.title}`}>
      {failures.map(({ check, message, rows = [] }) => (
        <li key={`${check} ${message}`}>
          <b>{checks[check] ?? check}</b> <span>{rows.length > 0 ? firstPart(message, rows[0].text) : message}</span>
          {rows.length > 0 && (
            <ul>
              {rows.map((row) => (
                <FailedRow key={`${row.device} ${row.report} ${row.text}`} row={row} isLoaded={isLoaded} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The message without the command line of its first row: all rows stand below it. */
function firstPart(message: string, text: string): string {
  return message.endsWith(`: ${text}`) ? message.slice(0, -text.length - 2) : message;
}

function About({ test: { description, procedure } }: { readonly test: RuleTest }) {
  return (
    <div className={styles.about}>
      <p>{description}</p>
      {procedure.length > 0 && (
        <dl>
          {procedure.map(({ platform, run }) => (
            <div key={`${platform} ${run}`}>
              <dt>{platform}</dt>
              <dd>
                <code>{run}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
