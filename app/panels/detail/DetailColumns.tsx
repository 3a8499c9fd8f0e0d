import { useMemo } from 'react';
import type { RowDetail } from '../../../rule-engine/index.ts';
import { countOf } from '../../components/format.ts';
import { MarkedText } from '../../components/MarkedText.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { literalKinds } from '../../stores/evaluation/literal-kinds.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './DetailColumns.module.css';

type DetailColumn = RowDetail['columns'][number];

/** The row's columns: those that the query computed and those with a value first, the empty ones folded. */
export function DetailColumns({ detail }: { readonly detail: RowDetail }) {
  const filled = detail.columns.filter(isFilled);
  const empty = detail.columns.filter((column) => !isFilled(column));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles.columns} tabIndex={0} aria-label="Columns of the row">
      <dl className={styles.list}>
        {filled.map((column) => (
          <ColumnEntry
            key={`${column.name} ${column.computed}`}
            column={column}
            isHit={detail.verdict.kind === 'hit'}
          />
        ))}
      </dl>
      {empty.length > 0 && (
        <details className={styles.empty}>
          <summary>{countOf(empty.length, 'empty column')}</summary>
          <p>{empty.map(({ name }) => name).join(', ')}</p>
        </details>
      )}
    </section>
  );
}

function isFilled({ cell }: DetailColumn): boolean {
  return cell.text !== null && cell.text !== '';
}

interface ColumnEntryProps {
  readonly column: DetailColumn;
  readonly isHit: boolean;
}

/** In a hit, what exclusions look for is left unmarked, as in the grid: none of them took the row. */
function ColumnEntry({ column, isHit }: ColumnEntryProps) {
  const { revealLiteral } = useViewStore((state) => state.actions);
  const result = useEvaluationStore(lastResult);
  const kinds = useMemo(() => (result ? literalKinds(result.evaluation.literals, result.query) : undefined), [result]);
  const { name, type, cell, computed } = column;
  const marks = cell.marks?.filter(({ literal }) => !isHit || kinds?.get(literal) !== 'exclusion') ?? [];
  return (
    <>
      <dt title={computed ? `${name}: ${type}, computed by the rule` : `${name}: ${type}`}>
        {name}
        {computed && <span className={styles.computed}>rule</span>}
      </dt>
      <dd>
        <MarkedText
          text={cell.text ?? ''}
          marks={marks.map(({ span, literal }) => ({
            span,
            kind: kinds?.get(literal) ?? 'detection',
            onPress: () => revealLiteral(literal),
          }))}
        />
      </dd>
    </>
  );
}
