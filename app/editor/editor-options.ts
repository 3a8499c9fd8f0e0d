import { segmentTitles } from '../../rule-engine/index.ts';
import type { RuleTab } from '../stores/rule/rule-tab.ts';
import { editor } from './monaco/monaco.ts';

const titles: Readonly<Record<RuleTab, string>> = {
  ...segmentTitles,
  whole: 'Whole query, read only',
};

const placeholders: Readonly<Record<RuleTab, string>> = {
  patterns: 'let Patterns = dynamic(["…"]);',
  detection: 'DeviceProcessEvents\n| where ProcessCommandLine has_any (Patterns)',
  exclusions: '// What the exclusion is for\n| where not(InitiatingProcessFileName =~ "…" and FileName =~ "…")',
  output: '| project Timestamp, DeviceName, ProcessCommandLine',
  whole: '',
};

/** What differs from tab to tab. */
export function optionsOfTab(tab: RuleTab): editor.IEditorOptions {
  const isWhole = tab === 'whole';
  return {
    ariaLabel: `${titles[tab]}. Ctrl+M lets Tab leave the editor.`,
    placeholder: placeholders[tab],
    readOnly: isWhole,
    readOnlyMessage: { value: 'The whole query is made of the segments: edit it there.' },
    renderLineHighlight: isWhole ? 'none' : 'line',
  };
}

/** Brackets are coloured by the model, which knows no option of an editor but this, by its name in Monaco's settings. */
interface ModelOptions {
  readonly 'bracketPairColorization.enabled': boolean;
}

/** A calm editor: no map, no rulers, no frames, nothing that moves by itself. */
export const ruleEditorOptions: editor.IStandaloneEditorConstructionOptions & ModelOptions = {
  automaticLayout: true,
  fontFamily: '"Plex Mono", ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  fontSize: 12.5,
  lineHeight: 20,
  fontLigatures: false,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  glyphMargin: false,
  folding: true,
  showFoldingControls: 'mouseover',
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 2,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  stickyScroll: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  'bracketPairColorization.enabled': false,
  roundedSelection: false,
  renderWhitespace: 'selection',
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  'semanticHighlighting.enabled': true,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: false },
  suggest: { showWords: false, showStatusBar: false, snippetsPreventQuickSuggestions: false },
  parameterHints: { enabled: true, cycle: true },
  // Its bulb would lie upon the text; the hover of a fault and Ctrl+. offer the same.
  lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
  links: false,
  definitionLinkOpensInPeek: false,
  gotoLocation: { multipleDefinitions: 'goto' },
  fixedOverflowWidgets: true,
  unicodeHighlight: { includeComments: true, includeStrings: true },
};
