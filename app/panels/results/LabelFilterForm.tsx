import { labelColumn } from '../../../rule-engine/index.ts';
import { LabelMark } from '../../components/LabelMark.tsx';
import { labelTitles, labelVerdictOrder } from '../../stores/labels/label-rows.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './LabelFilterForm.module.css';
import { valuesChosen, withValue } from './value-filter.ts';

/** Keeps rows by their labels, as soon as one is ticked. */
export function LabelFilterForm() {
  const filters = useViewStore((state) => state.filters);
  const { setFilters } = useViewStore((state) => state.actions);
  const chosen = valuesChosen(filters, labelColumn);
  return (
    <fieldset className={styles.form}>
      <legend>Keep rows labelled</legend>
      {[...labelVerdictOrder, ''].map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.get(value) === 'kept'}
            onChange={() => setFilters(labelColumn, withValue(filters, labelColumn, value, false))}
          />
          <LabelName value={value} />
        </label>
      ))}
    </fieldset>
  );
}

/** A label's mark with its name; an empty one is no label. */
export function LabelName({ value }: { readonly value: string }) {
  const verdict = labelVerdictOrder.find((known) => known === value);
  if (!verdict) return <span>No label</span>;
  return (
    <span className={styles.name}>
      <span aria-hidden>
        <LabelMark verdict={verdict} />
      </span>
      {labelTitles[verdict]}
    </span>
  );
}
