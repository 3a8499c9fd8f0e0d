import type { ResultTab } from '../../../rule-engine/index.ts';
import { isObject, type Usable, usableMembers } from '../kept/kept-value.ts';
import { type RuleTab, ruleTabs } from '../rule/rule-tab.ts';

/** The tabs of the results. Near misses are rows of all events, told by a set of rows. */
export type GridTab = ResultTab | 'near-misses';

/** The side that the reader pinned a column to, by name; `none` for one that is pinned by itself and shall not be. */
export type ColumnPins = Readonly<Record<string, 'left' | 'right' | 'none'>>;

/** How the grid's columns stand: by name, for all tabs alike. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly pins: ColumnPins;
  readonly hidden: readonly string[];
}

/** What the browser keeps of how the reader looks at the rule and its rows. */
export interface KeptView {
  readonly ruleTab: RuleTab;
  readonly tab: GridTab;
  readonly layout: ColumnLayout;
}

const gridTabs: readonly unknown[] = ['hits', 'excluded', 'all', 'near-misses'] satisfies GridTab[];
const sides: readonly unknown[] = ['left', 'right', 'none'] satisfies ColumnPins[string][];

/** What can be used of the view that the browser kept. */
export function usableView(value: unknown): Usable<Partial<KeptView>> {
  return usableMembers<KeptView>(value, {
    ruleTab: (tab) => ruleTabs.some(({ id }) => id === tab),
    tab: (tab) => gridTabs.includes(tab),
    layout: isLayout,
  });
}

function isLayout(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { order, hidden, widths, pins } = value;
  const areNames = [order, hidden].every(
    (list) => Array.isArray(list) && list.every((name) => typeof name === 'string'),
  );
  const areWidths = isObject(widths) && Object.values(widths).every((width) => Number(width) > 0);
  return areNames && areWidths && isObject(pins) && Object.values(pins).every((side) => sides.includes(side));
}
