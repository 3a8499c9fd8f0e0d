import type { OverlapMatrix } from '../../../rule-engine/index.ts';
import { formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { CountButton } from './CountButton.tsx';
import { literalNames } from './impact-rows.ts';
import styles from './OverlapView.module.css';
import type { TuningViewProps } from './tuning-view-props.ts';
import { useRunAnswer } from './use-run-answer.ts';

const most = { limit: 24 };

/** How many rows each two patterns both match. */
export function OverlapView({ result }: TuningViewProps) {
  const answer = useRunAnswer('overlap', result, most);
  if (answer.phase === 'failed')
    return <Message kind="error">The overlap is not known: {answer.error.message}.</Message>;
  if (answer.phase === 'loading') return <Message kind="loading">Counting rows that two patterns share…</Message>;
  if (answer.result.literals.length < 2) {
    return <Message>Fewer than two patterns match a row, so there is nothing that they could share.</Message>;
  }
  return <Matrix matrix={answer.result} result={answer.about} />;
}

function Matrix({ matrix, result }: { readonly matrix: OverlapMatrix; readonly result: EvaluatedQuery }) {
  const { literals, counts } = matrix;
  const names = literals.map(literalNames(result, literals));
  const { revealLiteral } = useViewStore((state) => state.actions);
  return (
    <table className={styles.matrix}>
      <caption>
        Rows that the pattern of the line and the pattern of the column both match; on the diagonal, its own.
      </caption>
      <thead>
        <tr>
          <td />
          {names.map((name, column) => (
            <th key={name} scope="col" title={name}>
              <span aria-hidden>{column + 1}</span>
              <span className="visually-hidden">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name, line) => (
          <tr key={name}>
            <th scope="row">
              <span className={styles.place} aria-hidden>
                {line + 1}
              </span>
              <button type="button" title={`Show ${name} in the rule`} onClick={() => revealLiteral(literals[line])}>
                {name}
              </button>
            </th>
            {names.map((other, column) => {
              const rows = counts[line * literals.length + column];
              const share = rows / Math.max(1, counts[line * literals.length + line]);
              return (
                <td
                  key={other}
                  data-own={line === column}
                  style={{ '--share': `${Math.round(share * 55)}%` } as React.CSSProperties}
                  title={`${formatCount(rows)} of ${formatCount(counts[line * literals.length + line])} rows of ${name} also match ${other}`}
                >
                  <CountButton
                    run={result.evaluation.run}
                    rows={rows}
                    count={{ kind: 'overlap', literals: [literals[line], literals[column]] }}
                    title={line === column ? `Rows that “${name}” matches` : `Rows that “${name}” and “${other}” match`}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
