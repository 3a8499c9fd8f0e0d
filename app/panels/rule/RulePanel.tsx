import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { Message } from '../../components/Message.tsx';
import { pickFiles } from '../../components/pick-files.ts';
import { openRuleFiles } from '../../stores/files/open-rule.ts';
import { openShippedRule } from '../../stores/files/shipped-rule.ts';
import { isShipped, type OpenedFrom } from '../../stores/rule/rule-description.ts';
import { isModified, useRuleStore } from '../../stores/rule/rule-store.ts';
import styles from './RulePanel.module.css';

/** What the rule says of itself. */
export function RulePanel() {
  const rule = useRuleStore((state) => state.rule);
  const modified = useRuleStore(isModified);
  const { reset } = useRuleStore((state) => state.actions);
  if (!rule) return <Message>No rule is open: reload the page to open the one it was built with.</Message>;
  const { metadata } = rule;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles.panel} tabIndex={0} aria-label="Rule">
      <h2 className={styles.title}>{metadata.title}</h2>
      <p className={styles.description}>{metadata.description}</p>
      {rule.opened && <Opened from={rule.opened} />}
      <dl className={styles.facts}>
        <Fact name="Severity">{metadata.severity}</Fact>
        <Fact name="Confidence">{metadata.confidence}</Fact>
        <Fact name="Tactics">{metadata.tactics.join(', ')}</Fact>
        <Fact name="Techniques">{metadata.techniques.map(TechniqueLink)}</Fact>
        <Fact name="Data sources">{metadata.dataSources.join(', ')}</Fact>
        <Fact name="Tables">{metadata.requiredTables.join(', ')}</Fact>
        <Fact name="Known false positives">{list(metadata.falsePositives)}</Fact>
        <Fact name="Known threats">
          {list(metadata.threats.map(({ name, sight }) => (sight ? `${name}: ${sight}` : name)))}
        </Fact>
        <Fact name="References">{metadata.references.map(ReferenceLink)}</Fact>
      </dl>
      <div className={styles.actions}>
        <Button onClick={() => void pickFiles().then(openRuleFiles)}>Open a rule</Button>
        <Button disabled={!modified} onClick={reset}>
          Put back the original text
        </Button>
        {!isShipped(rule) && <Button onClick={() => void openShippedRule()}>Open the shipped rule</Button>}
      </div>
    </section>
  );
}

function Opened({ from: { file, format, notes } }: { readonly from: OpenedFrom }) {
  return (
    <div className={styles.opened} role="note">
      <p>
        Opened from <b>{file}</b>, {format}.{notes.length > 0 && ' To know:'}
      </p>
      {list(notes)}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const isEmpty = Array.isArray(children) ? children.length === 0 : !children;
  if (isEmpty) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function list(items: readonly string[]): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function TechniqueLink(id: string): ReactNode {
  const address = `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;
  return (
    <a key={id} href={address} target="_blank" rel="noreferrer">
      {id}
    </a>
  );
}

function ReferenceLink(address: string): ReactNode {
  if (!/^https?:/.test(address)) return <div key={address}>{address}</div>;
  return (
    <div key={address}>
      <a href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
    </div>
  );
}
