import { useEffect, useState } from 'react';
import { Panel } from 'react-resizable-panels';
import styles from './App.module.css';
import { Divider, Splitter } from './components/Splitter.tsx';
import { useMedia } from './components/use-media.ts';
import { RowChangeNote } from './panels/baseline/RowChangeNote.tsx';
import { QueryChart } from './panels/charts/QueryChart.tsx';
import { RowDrawer } from './panels/detail/RowDrawer.tsx';
import { DropTarget } from './panels/events/DropTarget.tsx';
import { PasteDialog } from './panels/events/PasteDialog.tsx';
import { ExcludePane } from './panels/exclude/ExcludePane.tsx';
import { NearMissList } from './panels/near-misses/NearMissList.tsx';
import { RowReasons } from './panels/near-misses/RowReasons.tsx';
import { CommandPalette } from './panels/palette/CommandPalette.tsx';
import { ShortcutsHelp } from './panels/palette/ShortcutsHelp.tsx';
import { useShortcuts } from './panels/palette/use-shortcuts.ts';
import { ProcessTree } from './panels/process-tree/ProcessTree.tsx';
import { ResultsPane } from './panels/results/ResultsPane.tsx';
import { SpoiltRule } from './panels/rule/SpoiltRule.tsx';
import { Offers } from './panels/status/Offers.tsx';
import { StatusBar } from './panels/status/StatusBar.tsx';
import { TopBar } from './panels/top/TopBar.tsx';
import { RuleSide } from './RuleSide.tsx';
import { usePreferencesStore } from './stores/preferences/preferences-store.ts';
import { onSystemThemeChange, resolvedTheme } from './stores/preferences/system-theme.ts';
import { useExcludeStore } from './stores/tuning/exclude-store.ts';
import { useViewStore } from './stores/view/view-store.ts';

type Overlay = 'none' | 'commands' | 'shortcuts' | 'paste';

/** Windows in which rule and rows side by side would both be too narrow. */
const narrow = '(width < 1000px)';

/** Windows in which the rule and its panels side by side would be so too. */
const small = '(width < 600px)';

/** What the rule and its panels have of a window at first. */
const leftSizes = { window: '37%', 'narrow-window': '46%', 'small-window': '58%' } as const;

/** The window: the rule and its panels to the left, what it finds to the right, the state below. */
export function App() {
  const [overlay, setOverlay] = useState<Overlay>('none');
  const excluding = useExcludeStore((state) => state.request);
  const hasDetail = useViewStore((state) => state.detailRow !== undefined) || excluding !== undefined;
  const [show] = useState(() => ({
    commands: () => setOverlay('commands'),
    nothing: () => setOverlay('none'),
    screens: { showShortcuts: () => setOverlay('shortcuts'), showPaste: () => setOverlay('paste') },
  }));
  useTheme();
  useShortcuts({ onCommands: show.commands, onHelp: show.screens.showShortcuts });
  const isNarrow = useMedia(narrow);
  const isSmall = useMedia(small);
  const size = isSmall ? 'small-window' : isNarrow ? 'narrow-window' : 'window';
  return (
    <div className={styles.app}>
      <TopBar onCommands={show.commands} />
      <main className={styles.main}>
        <Splitter key={size} id={size} orientation={isNarrow ? 'vertical' : 'horizontal'}>
          <Panel id="left" defaultSize={leftSizes[size]} minSize={isNarrow ? '160px' : '350px'}>
            <RuleSide isWide={isNarrow && !isSmall} />
          </Panel>
          <Divider label={isNarrow ? 'Height of the rule' : 'Width of the rule'} />
          <Panel id="right" minSize={isNarrow ? '200px' : '400px'}>
            <Splitter id="right" orientation="vertical">
              <Panel id="results" minSize="160px" data-part="">
                <ResultsPane nearMisses={<NearMissList />} chart={<QueryChart />} />
              </Panel>
              {hasDetail && <Divider label="Height of the row" />}
              {hasDetail && (
                <Panel id="detail" defaultSize="42%" minSize="120px" data-part="">
                  {excluding ? (
                    <ExcludePane request={excluding} />
                  ) : (
                    <RowDrawer
                      processesOf={(row) => <ProcessTree row={row} />}
                      reasonsOf={(row) => (
                        <>
                          <RowReasons row={row} />
                          <RowChangeNote row={row} />
                        </>
                      )}
                    />
                  )}
                </Panel>
              )}
            </Splitter>
          </Panel>
        </Splitter>
      </main>
      <Offers />
      <StatusBar />
      <DropTarget />
      <SpoiltRule />
      {overlay === 'commands' && <CommandPalette onClose={show.nothing} screens={show.screens} />}
      {overlay === 'paste' && <PasteDialog onClose={show.nothing} />}
      {overlay === 'shortcuts' && <ShortcutsHelp onClose={show.nothing} />}
    </div>
  );
}

/** Puts the theme and the density where the style sheets read them. */
function useTheme(): void {
  const theme = usePreferencesStore((state) => state.theme);
  const density = usePreferencesStore((state) => state.density);
  useEffect(() => {
    const apply = (): void => {
      document.documentElement.dataset.theme = resolvedTheme(theme);
    };
    apply();
    return onSystemThemeChange(apply);
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
}
