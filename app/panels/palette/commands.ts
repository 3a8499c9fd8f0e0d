import type { ColumnSchema, View } from '../../../rule-engine/index.ts';
import { pickFiles } from '../../components/pick-files.ts';
import { openShippedSamples } from '../../stores/events/shipped-samples.ts';
import { openFiles } from '../../stores/files/open-files.ts';
import { openRuleFiles } from '../../stores/files/open-rule.ts';
import { ruleFormats } from '../../stores/files/rule-formats.ts';
import { saveRuleAs } from '../../stores/files/save-rule.ts';
import { openShippedRule } from '../../stores/files/shipped-rule.ts';
import { useHistoryStore } from '../../stores/history/history-store.ts';
import { exportLabels, importLabels } from '../../stores/labels/label-files.ts';
import { tell } from '../../stores/notices/notice-store.ts';
import { type Theme, themes } from '../../stores/preferences/preferences.ts';
import { usePreferencesStore } from '../../stores/preferences/preferences-store.ts';
import { copyRows, exportFormats, saveRows } from '../../stores/rows/export-rows.ts';
import { currentRows } from '../../stores/rows/rows.ts';
import { useClockStore } from '../../stores/rule/clock-store.ts';
import { copyQuery } from '../../stores/rule/copy-query.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { ruleTabs } from '../../stores/rule/rule-tab.ts';
import { useViewStore } from '../../stores/view/view-store.ts';

export interface Command {
  readonly title: string;
  /** What it belongs to, shown before the title. */
  readonly group: string;
  readonly run: () => void;
}

const themeTitles: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'High contrast',
};

/** What commands lay over the page. */
export interface CommandScreens {
  readonly showShortcuts: () => void;
  readonly showPaste: () => void;
}

/** All that can be done from the command palette. */
export function commands({ showShortcuts, showPaste }: CommandScreens): readonly Command[] {
  const view = useViewStore.getState().actions;
  const preferences = usePreferencesStore.getState().actions;
  const { set: setClock } = useClockStore.getState().actions;
  const { density } = usePreferencesStore.getState();
  return [
    { group: 'Events', title: 'Open files', run: () => void pickFiles().then(openFiles) },
    { group: 'Events', title: 'Paste events', run: showPaste },
    { group: 'Events', title: 'Load the rule’s samples', run: () => void openShippedSamples() },
    { group: 'Rule', title: 'Open a rule', run: () => void pickFiles().then(openRuleFiles) },
    ...ruleFormats.map(({ format, title }) => ({
      group: 'Rule',
      title: `Save the rule as ${title}`,
      run: () => void saveRuleAs(format),
    })),
    { group: 'Rule', title: 'Open the shipped rule', run: () => void openShippedRule() },
    { group: 'Rule', title: 'Copy the whole query', run: () => void copyQuery() },
    { group: 'Rule', title: 'Format the rule', run: () => void formatRule() },
    { group: 'Rule', title: 'Put back the original text', run: useRuleStore.getState().actions.reset },
    { group: 'Rule', title: 'Undo', run: () => void useHistoryStore.getState().actions.undo() },
    { group: 'Rule', title: 'Redo', run: () => void useHistoryStore.getState().actions.redo() },
    ...ruleTabs.map(({ id, title }) => ({ group: 'Rule', title, run: () => view.setRuleTab(id) })),
    { group: 'Results', title: 'Hits', run: () => view.setTab('hits') },
    { group: 'Results', title: 'Excluded', run: () => view.setTab('excluded') },
    { group: 'Results', title: 'Near misses', run: () => view.setTab('near-misses') },
    { group: 'Results', title: 'All events', run: () => view.setTab('all') },
    { group: 'Results', title: 'Clear filters', run: view.clearFilters },
    { group: 'Results', title: 'Show or hide facets', run: preferences.toggleFacets },
    ...exportFormats.map(({ format, title }) => ({
      group: 'Results',
      title: `Copy rows as ${title}`,
      run: () => withRows((view, columns) => copyRows(view, columns, format)),
    })),
    ...exportFormats.map(({ format, title }) => ({
      group: 'Results',
      title: `Save rows as ${title}`,
      run: () => withRows((view, columns) => saveRows(view, columns, format)),
    })),
    {
      group: 'Results',
      title: density === 'compact' ? 'Regular rows' : 'Compact rows',
      run: () => preferences.setDensity(density === 'compact' ? 'regular' : 'compact'),
    },
    { group: 'Labels', title: 'Import labels (NDJSON)', run: () => void pickFiles().then(importLabels) },
    { group: 'Labels', title: 'Export labels (NDJSON)', run: () => void exportLabels() },
    { group: 'Panel', title: 'Events', run: () => preferences.showDock('events') },
    { group: 'Panel', title: 'Tuning', run: () => preferences.showDock('tuning') },
    { group: 'Panel', title: 'Validation', run: () => preferences.showDock('validation') },
    { group: 'Panel', title: 'Baseline', run: () => preferences.showDock('baseline') },
    { group: 'Panel', title: 'Review', run: () => preferences.showDock('review') },
    { group: 'Panel', title: 'Guide', run: () => preferences.showDock('guide') },
    { group: 'Panel', title: 'Rule', run: () => preferences.showDock('rule') },
    { group: 'Clock', title: 'now() is the newest event', run: () => setClock({ kind: 'newest' }) },
    { group: 'Clock', title: 'now() is this machine’s clock', run: () => setClock({ kind: 'wall' }) },
    ...themes.map((theme) => ({ group: 'Theme', title: themeTitles[theme], run: () => preferences.setTheme(theme) })),
    { group: 'Help', title: 'Keyboard shortcuts', run: showShortcuts },
  ];
}

/** The commands that a text asks for: every word of it stands somewhere in them. */
export function matchingCommands(all: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ group, title }) => {
    const whole = `${group} ${title}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

/** Comes with the editor, which is loaded by itself. */
async function formatRule(): Promise<void> {
  const editor = await import('../../editor/format-rule.ts');
  await editor.formatRule();
}

/** Does something with the selected rows, or all rows of the view when none is selected; nothing while there is none. */
function withRows(act: (view: View, columns: readonly ColumnSchema[]) => Promise<void>): void {
  const { view, total, columns } = currentRows();
  if (view && total > 0) void act(view, columns);
  else tell('There are no rows to copy or save', 'error');
}
