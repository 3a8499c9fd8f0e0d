import type { ConditionEvidence, RowDetail, StepEvidence } from '../../../rule-engine/index.ts';
import { MarkedText } from '../../components/MarkedText.tsx';
import { Message } from '../../components/Message.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { literalKindAt } from '../../stores/evaluation/literal-kinds.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './EvidenceList.module.css';

/** Why the row is where it is: each `where` that it met, as the tree of its conditions with what decided them. */
export function EvidenceList({ detail }: { readonly detail: RowDetail }) {
  if (detail.evidence.length === 0) {
    return <Message>The rule has no condition that this row met: its rows come from another operator.</Message>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles.evidence} tabIndex={0} aria-label="Evidence">
      <ol>
        {detail.evidence.map((step) => (
          <Step key={step.span.start} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { readonly step: StepEvidence }) {
  const passed = step.verdict === true;
  return (
    <li className={styles.step}>
      <p className={styles.stepTitle}>
        <VerdictSign verdict={step.verdict} />
        {passed ? 'passes' : 'is dropped by'} <ShowSpan span={step.span} text="this where" />
      </p>
      <Condition condition={step.condition} decides={step.verdict} />
    </li>
  );
}

interface ConditionProps {
  readonly condition: ConditionEvidence;
  /** The verdict above it: a condition that agrees with it is the one that decided, and is shown plainly. */
  readonly decides: boolean | null;
}

function Condition({ condition, decides }: ConditionProps) {
  const { verdict, children, text, span, column, value, matches = [] } = condition;
  const { revealSpan } = useViewStore((state) => state.actions);
  const result = useEvaluationStore(lastResult);
  const written = textAt(result?.query.text, span);
  return (
    <div className={styles.condition} data-decides={verdict === decides}>
      <div className={styles.line}>
        <VerdictSign verdict={verdict} />
        <ShowSpan span={span} text={shortened(written || text)} />
      </div>
      {children.length === 0 && column !== undefined && value !== undefined && (
        <p className={styles.value}>
          <span className={styles.column}>{column}</span>
          {value === null ? (
            <i>null</i>
          ) : (
            <MarkedText
              text={value}
              marks={matches.flatMap(({ at, literal }) =>
                at && result
                  ? [{ span: at, kind: literalKindAt(result, literal), onPress: () => revealSpan(literal) }]
                  : [],
              )}
            />
          )}
        </p>
      )}
      {children.length > 0 && (
        <div className={styles.children}>
          {children.map((child) => (
            <Condition key={`${child.span.start} ${child.span.length}`} condition={child} decides={verdict} />
          ))}
        </div>
      )}
    </div>
  );
}

const signs = { true: ['✓', 'true'], false: ['✗', 'false'], null: ['∅', 'null'] } as const;

function VerdictSign({ verdict }: { readonly verdict: boolean | null }) {
  const [sign, name] = signs[`${verdict}`];
  return (
    <span className={styles.sign} data-verdict={name}>
      <span aria-hidden>{sign}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}

function ShowSpan({ span, text }: { readonly span: ConditionEvidence['span']; readonly text: string }) {
  const { revealSpan } = useViewStore((state) => state.actions);
  return (
    <button type="button" className={styles.show} title="Show it in the rule" onClick={() => revealSpan(span)}>
      {text}
    </button>
  );
}

/** A condition as its author wrote it; empty where the text is not known. */
function textAt(query: string | undefined, { start, length }: ConditionEvidence['span']): string {
  return query?.slice(start, start + length) ?? '';
}

/** A condition on one line, cut in the middle when long. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 140 ? `${line.slice(0, 100)} … ${line.slice(-32)}` : line;
}
