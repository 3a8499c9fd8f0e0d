import { useEffect, useState } from 'react';
import type { RowSelection } from '../../../rule-engine/index.ts';
import { labelRows, labelTitles, labelVerdictOrder, noteRow } from '../../stores/labels/label-rows.ts';
import { useRowLabels } from '../../stores/labels/row-labels.ts';
import styles from './LabelEditor.module.css';

/** A row's label and its note. */
export function LabelEditor({
  run,
  selection,
  row,
}: {
  readonly run: number;
  readonly selection: RowSelection;
  readonly row: number;
}) {
  const label = useRowLabels(run, [row]).get(row);
  const [note, setNote] = useState('');
  const kept = label?.note ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row has another note.
  useEffect(() => setNote(kept), [kept, row]);
  const save = (): void => {
    if (label && note !== kept) void noteRow(selection, { ...label, note });
  };
  return (
    <div className={styles.editor}>
      <fieldset className={styles.verdicts}>
        <legend className="visually-hidden">Label</legend>
        {labelVerdictOrder.map((verdict) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={label?.verdict === verdict}
            aria-label={verdict === 'unsure' ? labelTitles.unsure : undefined}
            data-verdict={verdict}
            title={labelTitles[verdict]}
            onClick={() => void labelRows(selection, label?.verdict === verdict ? null : verdict)}
          >
            {verdict === 'unsure' ? '?' : verdict}
          </button>
        ))}
      </fieldset>
      <input
        className={styles.note}
        aria-label="Note"
        placeholder={label ? 'Note' : 'Label the row to add a note'}
        disabled={!label}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') setNote(kept);
        }}
      />
    </div>
  );
}
