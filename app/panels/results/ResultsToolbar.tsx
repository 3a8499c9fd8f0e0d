import { Columns3, ListFilter, Rows3, Rows4, Search } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { MenuButton, type MenuItem } from '../../components/Menu.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useLasting } from '../../components/use-lasting.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useNearMissesStore } from '../../stores/evaluation/near-misses-store.ts';
import { usePreferencesStore } from '../../stores/preferences/preferences-store.ts';
import { useRows } from '../../stores/rows/rows.ts';
import type { GridTab } from '../../stores/view/kept-view.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './ResultsToolbar.module.css';

const tabs: readonly { readonly id: GridTab; readonly title: string }[] = [
  { id: 'hits', title: 'Hits' },
  { id: 'excluded', title: 'Excluded' },
  { id: 'near-misses', title: 'Near misses' },
  { id: 'all', title: 'All events' },
];

/** The tabs of the results with their counts, a search, and what can be done with the rows. */
export const ResultsToolbar = memo(function ResultsToolbar() {
  const density = usePreferencesStore((state) => state.density);
  const facetsOpen = usePreferencesStore((state) => state.facetsOpen);
  const actions = usePreferencesStore((state) => state.actions);
  const compact = density === 'compact';
  return (
    <div className={styles.toolbar}>
      <ResultTabs />
      <SpokenCounts />
      <div className={styles.tools}>
        <SearchField />
        <ColumnsMenu />
        <ExportMenu />
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
    </div>
  );
});

function SpokenCounts() {
  const counts = useEvaluationStore(lastResult)?.evaluation.counts;
  return (
    <span className="visually-hidden" role="status">
      {counts && `${counts.hits} hits, ${counts.excluded} excluded, ${counts.all} events`}
    </span>
  );
}

/** Near misses are looked for when the rule rests; a count of an older text is marked when it stays longer than this. */
const LONGEST_UNMARKED = 500;

const ResultTabs = memo(function ResultTabs() {
  const { counts, run } = useEvaluationStore(lastResult)?.evaluation ?? {};
  // They come with their rows, the other counts after them.
  const hits = useEvaluationStore(({ rows }) => rows?.found.hits);
  const nearMisses = useNearMissesStore((state) => state.found?.report.rows);
  const isOlder = useNearMissesStore(({ found }) => found !== undefined && found.run !== run);
  const waits = useLasting(isOlder, LONGEST_UNMARKED);
  const tab = useViewStore((state) => state.tab);
  const { setTab } = useViewStore((state) => state.actions);
  const countOfTab = (id: GridTab): number | undefined => {
    if (id === 'near-misses') return nearMisses;
    return id === 'hits' ? hits : counts?.[id];
  };
  const badge = (id: GridTab): ReactNode => (
    <span className={`${styles.count} ${styles[id] ?? ''}`} data-stale={id === 'near-misses' && waits}>
      {countText(countOfTab(id))}
    </span>
  );
  return (
    <Tabs
      label="Results"
      group="results"
      items={tabs.map((item) => ({ ...item, badge: badge(item.id) }))}
      selected={tab}
      onSelect={setTab}
    />
  );
});

const SearchField = memo(function SearchField() {
  const search = useViewStore((state) => state.search);
  /** The rows of the view; undefined while they are on the way. */
  const found = useRows((rows) => (search === '' || rows.stale ? undefined : rows.total));
  const { setSearch } = useViewStore((state) => state.actions);
  return (
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
        {found !== undefined && countOf(found, 'row')}
      </span>
    </label>
  );
});

function countText(count: number | undefined): string {
  return count === undefined ? '–' : formatCount(count);
}

const ColumnsMenu = memo(function ColumnsMenu() {
  const columns = useRows((rows) => rows.columns);
  const hidden = useViewStore((state) => state.layout.hidden);
  const { setLayout } = useViewStore((state) => state.actions);
  const items = useMemo(
    (): readonly MenuItem[] => [
      { kind: 'action', title: 'Show all', disabled: hidden.length === 0, run: () => setLayout({ hidden: [] }) },
      {
        kind: 'action',
        title: 'Reset order, widths and pins',
        run: () => setLayout({ order: [], widths: {}, pins: {} }),
      },
      { kind: 'line' },
      ...columns.map(({ name }) => ({
        kind: 'choice' as const,
        title: name,
        checked: !hidden.includes(name),
        run: () =>
          setLayout({ hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name] }),
      })),
    ],
    [columns, hidden, setLayout],
  );
  return (
    <MenuButton label="Columns" items={items}>
      <Columns3 size={16} aria-hidden />
    </MenuButton>
  );
});
