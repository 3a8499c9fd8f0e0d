import { Columns3, ListFilter, Rows3, Rows4, Search } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { MenuButton } from '../../components/Menu.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { useNearMissesStore } from '../../stores/near-misses-store.ts';
import { usePreferencesStore } from '../../stores/preferences-store.ts';
import type { LoadedRows } from '../../stores/row-windows.ts';
import { type GridTab, useViewStore } from '../../stores/view-store.ts';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './ResultsToolbar.module.css';

const tabs: readonly { readonly id: GridTab; readonly title: string }[] = [
  { id: 'hits', title: 'Hits' },
  { id: 'excluded', title: 'Excluded' },
  { id: 'near-misses', title: 'Near misses' },
  { id: 'all', title: 'All events' },
];

/** The tabs of the results with their counts, a search, and what can be done with the rows. */
export function ResultsToolbar({ rows }: { readonly rows: LoadedRows }) {
  const counts = useEvaluationStore(lastResult)?.evaluation.counts;
  const nearMisses = useNearMissesStore((state) => state.found?.report.rows);
  const tab = useViewStore((state) => state.tab);
  const search = useViewStore((state) => state.search);
  const { setTab, setSearch } = useViewStore((state) => state.actions);
  const { density, facetsOpen, actions } = usePreferencesStore();
  const compact = density === 'compact';
  return (
    <div className={styles.toolbar}>
      <Tabs
        label="Results"
        group="results"
        items={tabs.map((item) => ({
          ...item,
          badge: (
            <span className={`${styles.count} ${styles[item.id] ?? ''}`}>
              {countText(item.id === 'near-misses' ? nearMisses : counts?.[item.id])}
            </span>
          ),
        }))}
        selected={tab}
        onSelect={setTab}
      />
      <span className="visually-hidden" role="status">
        {counts && `${counts.hits} hits, ${counts.excluded} excluded, ${counts.all} events`}
      </span>
      <label className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          value={search}
          placeholder="Find in rows"
          aria-label="Find in rows"
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className={styles.found} role="status">
          {search !== '' && !rows.stale && countOf(rows.total, 'row')}
        </span>
      </label>
      <ColumnsMenu rows={rows} />
      <ExportMenu rows={rows} />
      <IconButton
        label={compact ? 'Regular rows' : 'Compact rows'}
        onClick={() => actions.setDensity(compact ? 'regular' : 'compact')}
      >
        {compact ? <Rows4 size={16} aria-hidden /> : <Rows3 size={16} aria-hidden />}
      </IconButton>
      <IconButton label="Facets" aria-pressed={facetsOpen} onClick={actions.toggleFacets}>
        <ListFilter size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

function countText(count: number | undefined): string {
  return count === undefined ? '–' : formatCount(count);
}

function ColumnsMenu({ rows }: { readonly rows: LoadedRows }) {
  const { hidden } = useViewStore((state) => state.layout);
  const { setLayout } = useViewStore((state) => state.actions);
  return (
    <MenuButton
      label="Columns"
      items={[
        { kind: 'action', title: 'Show all', disabled: hidden.length === 0, run: () => setLayout({ hidden: [] }) },
        {
          kind: 'action',
          title: 'Reset order, widths and pins',
          run: () => setLayout({ order: [], widths: {}, pins: {} }),
        },
        { kind: 'line' },
        ...rows.columns.map(({ name }) => ({
          kind: 'choice' as const,
          title: name,
          checked: !hidden.includes(name),
          run: () =>
            setLayout({ hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name] }),
        })),
      ]}
    >
      <Columns3 size={16} aria-hidden />
    </MenuButton>
  );
}
