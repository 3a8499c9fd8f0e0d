import { Tag } from 'lucide-react';
import type { LabelVerdict, View } from '../../../rule-engine/index.ts';
import { countOf } from '../../components/format.ts';
import { MenuButton, type MenuItem } from '../../components/Menu.tsx';
import { labelRows, labelTitles } from '../../stores/labels/label-rows.ts';
import styles from './Facets.module.css';
import { ownColumnTitles } from './grid-columns.ts';
import { withValue } from './value-filter.ts';
import { valueText } from './value-text.ts';

interface FacetLabelMenuProps {
  readonly view: View;
  readonly column: string;
  readonly text: string;
  readonly rows: number;
}

/** Labels all rows of the view that have a value. */
export function FacetLabelMenu({ view, column, text, rows }: FacetLabelMenuProps) {
  const others = view.filters.filter((filter) => filter.column !== column);
  const selection = { view: { ...view, filters: [...others, ...withValue([], column, text, false)] } };
  const item = (verdict: LabelVerdict | null): MenuItem => ({
    kind: 'action',
    title: verdict ? labelTitles[verdict] : 'Clear the label',
    run: () => void labelRows(selection, verdict),
  });
  return (
    <MenuButton
      label={`Label rows of ${ownColumnTitles[column] ?? column} ${valueText(column, text)}`}
      className={styles.drop}
      items={[
        { kind: 'heading', title: `Label ${countOf(rows, 'row')}` },
        ...(['TP', 'FP', 'unsure', null] as const).map(item),
      ]}
    >
      <Tag size={12} aria-hidden />
    </MenuButton>
  );
}
