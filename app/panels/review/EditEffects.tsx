import type { DifferenceRows } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';
import { showDifferenceRows } from '../../stores/review/comparison.ts';
import styles from './ChangeList.module.css';
import type { NamedEdit } from './review-items.ts';
import type { Review } from './use-review.ts';

interface EditEffectsProps {
  readonly edits: readonly NamedEdit[];
  readonly review: Review;
}

/** The rows that edits gained and lost, each to be seen in the grid. */
export function EditEffects({ edits, review }: EditEffectsProps) {
  return (
    <span className={styles.effects}>
      {edits.map((edit) => (
        <span key={edit.title}>
          <Effect kind="gained" edit={edit} rows={edit.gained} review={review} />
          <Effect kind="lost" edit={edit} rows={edit.lost} review={review} />
        </span>
      ))}
    </span>
  );
}

interface EffectProps {
  readonly kind: 'gained' | 'lost';
  readonly edit: NamedEdit;
  readonly rows: DifferenceRows;
  readonly review: Review;
}

function Effect({ kind, edit, rows, review: { comparison, facts } }: EffectProps) {
  if (rows.rows === 0 || comparison.phase !== 'done') return null;
  const title = `${kind === 'gained' ? 'Gained' : 'Lost'} by: ${edit.title.replaceAll('`', '')}`;
  const { TP, FP } = rows.labels;
  const labelled = [TP > 0 && `${TP} TP`, FP > 0 && `${FP} FP`].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={styles.effect}
      data-kind={kind}
      title={title}
      aria-label={`${title}: show ${countOf(rows.rows, 'row')}`}
      onClick={() => showDifferenceRows(comparison, rows, title, facts.against.name)}
    >
      {kind === 'gained' ? '+' : '−'} {formatCount(rows.rows)}
      {labelled && ` (${labelled})`}
    </button>
  );
}
