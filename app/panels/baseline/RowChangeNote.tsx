import { TickedText } from '../../components/TickedText.tsx';
import { useRowChanges } from '../../stores/rows/row-changes.ts';
import { useMarkedDifference } from '../../stores/view/marked-difference.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './RowChangeNote.module.css';

/** In a row's detail: the edits that made it a hit, or none any more. Nothing for rows that no edit changed. */
export function RowChangeNote({ row }: { readonly row: number }) {
  const { difference } = useMarkedDifference();
  const change = useRowChanges(difference, [row]).get(row);
  const { revealSpan } = useViewStore((state) => state.actions);
  if (!difference || !change) return null;
  return (
    <p className={styles.note} data-change={change.change}>
      <b>{change.change === 'gained' ? '+ gained by' : '− lost by'}</b>
      {change.causes.map(({ title, span }) =>
        span ? (
          <button key={title} type="button" title="Show it in the rule" onClick={() => revealSpan(span)}>
            <TickedText text={title} />
          </button>
        ) : (
          <span key={title}>
            <TickedText text={title} />
          </span>
        ),
      )}
    </p>
  );
}
