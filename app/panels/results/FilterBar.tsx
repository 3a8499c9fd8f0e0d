import { X } from 'lucide-react';
import { memo } from 'react';
import type { ColumnFilter } from '../../../rule-engine/index.ts';
import { countOf } from '../../components/format.ts';
import { useRows } from '../../stores/rows/rows.ts';
import { useShownAmong } from '../../stores/view/current-view.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './FilterBar.module.css';
import { ownColumnTitles } from './grid-columns.ts';
import { valueText } from './value-text.ts';

/** The filters in force, each with a way to drop it, and what they leave. A search alone says so in its own field. */
export const FilterBar = memo(function FilterBar() {
  const total = useRows((rows) => rows.total);
  const filters = useViewStore((state) => state.filters);
  const search = useViewStore((state) => state.search);
  const among = useShownAmong();
  const selected = useViewStore((state) => state.selected.size);
  const { setFilters, setSearch, setSelected, clearFilters, dropAmong } = useViewStore((state) => state.actions);
  if (filters.length === 0 && selected === 0 && !among) return null;
  return (
    <div className={styles.bar}>
      {among && <Chip text={among.title} onDrop={dropAmong} />}
      {search !== '' && <Chip text={`any column contains “${search}”`} onDrop={() => setSearch('')} />}
      {filters.map((filter) => (
        <Chip
          key={filter.column + filter.kind}
          text={describeFilter(filter)}
          onDrop={() => setFilters(filter.column, [])}
        />
      ))}
      {selected > 0 && <Chip text={`${countOf(selected, 'row')} selected`} onDrop={() => setSelected(new Set())} />}
      {(filters.length > 0 || among) && (
        <>
          <span className={styles.left}>{countOf(total, 'row')} left</span>
          <button type="button" className={styles.clear} onClick={clearFilters}>
            Clear all
          </button>
        </>
      )}
    </div>
  );
});

function Chip({ text, onDrop }: { readonly text: string; readonly onDrop: () => void }) {
  return (
    <span className={styles.chip}>
      <span className={styles.text} title={text}>
        {text}
      </span>
      <button type="button" aria-label={`Drop: ${text}`} onClick={onDrop}>
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

function describeFilter(filter: ColumnFilter): string {
  const name = ownColumnTitles[filter.column] ?? filter.column;
  const text = (value: string): string => valueText(filter.column, value);
  switch (filter.kind) {
    case 'text':
      return `${name} contains “${filter.contains}”`;
    case 'values':
      return `${name} ${filter.not ? 'is not' : 'is'} ${filter.values.map(text).join(', ')}`;
    case 'range':
      return `${name} ${[filter.from && `from ${text(filter.from)}`, filter.to && `to ${text(filter.to)}`].filter(Boolean).join(' ')}`;
  }
}
