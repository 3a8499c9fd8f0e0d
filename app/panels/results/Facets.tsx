import { CircleMinus } from 'lucide-react';
import { memo } from 'react';
import { type Facet, labelColumn, type View } from '../../../rule-engine/index.ts';
import { formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { useCurrentView } from '../../stores/view/current-view.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { FacetLabelMenu } from './FacetLabelMenu.tsx';
import styles from './Facets.module.css';
import { ownColumnTitles } from './grid-columns.ts';
import { LabelName } from './LabelFilterForm.tsx';
import { useFacets } from './use-facets.ts';
import { valuesChosen, withValue } from './value-filter.ts';
import { valueText } from './value-text.ts';

/** Pixels, so that facets out of sight need not be laid out. */
const titleHeight = 32;
const valueHeight = 22;

/** The most frequent values of each column among the rows of the view: press one to keep it, or its minus to drop it. */
export const Facets = memo(function Facets() {
  const view = useCurrentView();
  const facets = useFacets(view);
  if (!facets) return <Message kind="loading">Counting values…</Message>;
  const shown = facets.filter(({ distinct, values }) => distinct > 1 || values.length > 0);
  if (shown.length === 0 || !view) return <Message>No rows, so no values to count.</Message>;
  return (
    <section className={styles.facets} aria-label="Facets">
      {shown.map((facet) => (
        <FacetList key={facet.column} facet={facet} view={view} />
      ))}
    </section>
  );
});

const FacetList = memo(function FacetList({ facet, view }: { readonly facet: Facet; readonly view: View }) {
  const { column, values, distinct } = facet;
  const title = ownColumnTitles[column] ?? column;
  const most = Math.max(1, ...values.map(({ rows }) => rows));
  const { setFilters } = useViewStore((state) => state.actions);
  const chosen = valuesChosen(view.filters, column);
  return (
    <section
      className={styles.facet}
      aria-label={title}
      style={{ containIntrinsicHeight: titleHeight + valueHeight * values.length }}
    >
      <h2 className={styles.title}>
        <span className={styles.column}>{title}</span>
        <span className={styles.distinct}>{formatCount(distinct)}</span>
      </h2>
      <ul>
        {values.map(({ text, rows }) => {
          const value = valueText(column, text);
          const state = chosen.get(text);
          return (
            <li key={text} className={styles.value} data-state={state}>
              <button
                type="button"
                className={styles.keep}
                aria-pressed={state === 'kept'}
                title={`Keep only ${title} ${value}`}
                onClick={() => setFilters(column, withValue(view.filters, column, text, false))}
              >
                <span className={styles.bar} style={{ width: `${(100 * rows) / most}%` }} />
                <span className={styles.text}>{column === labelColumn ? <LabelName value={text} /> : value}</span>
                <span className={styles.rows}>{formatCount(rows)}</span>
              </button>
              <FacetLabelMenu view={view} column={column} text={text} rows={rows} />
              <button
                type="button"
                className={styles.drop}
                aria-pressed={state === 'dropped'}
                aria-label={`Leave out ${title} ${value}`}
                title={`Leave out ${value}`}
                onClick={() => setFilters(column, withValue(view.filters, column, text, true))}
              >
                <CircleMinus size={13} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
});
