import { labelColumn } from '../../../rule-engine/index.ts';
import { formatMoment } from '../../components/format.ts';
import { visibleLine } from '../../components/visible-text.ts';
import { labelTitles, labelVerdictOrder } from '../../stores/labels/label-rows.ts';

/** A filter's value as it is said: a label by its name, a time to the second. */
export function valueText(column: string, value: string): string {
  if (column === labelColumn) {
    const verdict = labelVerdictOrder.find((known) => known === value);
    return verdict ? labelTitles[verdict] : 'None';
  }
  return /^\d{4}-\d\d-\d\dT/.test(value) ? formatMoment(value) : visibleLine(value) || '(empty)';
}
