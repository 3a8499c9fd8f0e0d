import { editor } from './monaco.ts';

type Theme = 'light' | 'dark' | 'high-contrast';

const bases: Readonly<Record<Theme, editor.BuiltinTheme>> = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
};

/** Shows the editors in the page's theme, now and after each change of it. Returns how to stop. */
export function followTheme(): () => void {
  const apply = (): void => {
    const theme = currentTheme();
    const name = `penumbra-${theme}`;
    editor.defineTheme(name, themeOf(bases[theme]));
    editor.setTheme(name);
  };
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'dark' || theme === 'high-contrast' ? theme : 'light';
}

function themeOf(base: editor.BuiltinTheme): editor.IStandaloneThemeData {
  const styles = getComputedStyle(document.documentElement);
  const color = (token: string): string => sixDigits(styles.getPropertyValue(`--${token}`).trim());
  const rule = (token: string, name: string, fontStyle?: string): editor.ITokenThemeRule => ({
    token,
    foreground: color(name).slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  return {
    base,
    inherit: true,
    rules: [
      rule('', 'text'),
      rule('comment', 'text-faint', 'italic'),
      rule('string', 'syntax-string'),
      rule('string.escape', 'syntax-escape'),
      rule('number', 'syntax-number'),
      rule('query-operator', 'syntax-keyword', 'bold'),
      rule('keyword', 'syntax-keyword'),
      rule('type', 'syntax-keyword'),
      rule('option', 'syntax-keyword'),
      rule('operator', 'syntax-operator'),
      rule('pipe', 'syntax-keyword'),
      rule('delimiter', 'text-soft'),
      rule('identifier', 'text'),
      rule('column', 'text'),
      rule('table', 'syntax-table', 'bold'),
      rule('function', 'syntax-function'),
      rule('variable', 'syntax-variable'),
      rule('parameter', 'syntax-variable'),
    ],
    colors: Object.fromEntries(Object.entries(surfaces).map(([key, token]) => [key, color(token)])),
  };
}

/** The build shortens `#ffffff` to `#fff`, which Monaco does not take. */
function sixDigits(color: string): string {
  return /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
}

/** Monaco's colours by the page's tokens. */
const surfaces: Readonly<Record<string, string>> = {
  'editor.background': 'surface',
  'editor.foreground': 'text',
  'editor.lineHighlightBackground': 'surface-sunken',
  'editor.lineHighlightBorder': 'surface-sunken',
  'editor.selectionBackground': 'accent-soft',
  'editor.inactiveSelectionBackground': 'hover',
  'editor.wordHighlightBackground': 'hover',
  'editor.wordHighlightStrongBackground': 'pressed',
  'editor.findMatchBackground': 'mark',
  'editor.findMatchHighlightBackground': 'mark',
  'editorCursor.foreground': 'accent',
  'editorLineNumber.foreground': 'text-faint',
  'editorLineNumber.activeForeground': 'text',
  'editorIndentGuide.background1': 'line',
  'editorIndentGuide.activeBackground1': 'line-strong',
  'editorBracketMatch.background': 'hover',
  'editorBracketMatch.border': 'line-strong',
  'editorError.foreground': 'error',
  'editorWarning.foreground': 'near',
  'editorInfo.foreground': 'accent',
  'editorWidget.background': 'surface-raised',
  'editorWidget.foreground': 'text',
  'editorWidget.border': 'line-strong',
  'editorHoverWidget.background': 'surface-raised',
  'editorHoverWidget.foreground': 'text',
  'editorHoverWidget.border': 'line-strong',
  'editorSuggestWidget.background': 'surface-raised',
  'editorSuggestWidget.border': 'line-strong',
  'editorSuggestWidget.foreground': 'text',
  'editorSuggestWidget.selectedBackground': 'selected',
  'editorSuggestWidget.selectedForeground': 'text',
  'editorSuggestWidget.highlightForeground': 'accent',
  'editorSuggestWidget.focusHighlightForeground': 'accent',
  'list.hoverBackground': 'hover',
  'list.activeSelectionBackground': 'selected',
  'list.activeSelectionForeground': 'text',
  'list.focusBackground': 'selected',
  'list.focusForeground': 'text',
  'list.highlightForeground': 'accent',
  'menu.background': 'surface-raised',
  'menu.foreground': 'text',
  'menu.selectionBackground': 'selected',
  'menu.selectionForeground': 'text',
  'menu.separatorBackground': 'line',
  'menu.border': 'line-strong',
  'quickInput.background': 'surface-raised',
  'quickInput.foreground': 'text',
  'quickInputList.focusBackground': 'selected',
  'quickInputList.focusForeground': 'text',
  'input.background': 'surface',
  'input.foreground': 'text',
  'input.border': 'line-strong',
  'inputValidation.infoBackground': 'surface-raised',
  'inputValidation.infoForeground': 'text',
  'inputValidation.infoBorder': 'line-strong',
  'inputOption.activeBackground': 'accent-soft',
  'inputOption.activeForeground': 'text',
  'inputOption.activeBorder': 'accent',
  'badge.background': 'accent-soft',
  'badge.foreground': 'text',
  'keybindingLabel.foreground': 'text-soft',
  'keybindingLabel.border': 'line',
  'keybindingLabel.bottomBorder': 'line',
  'editorMarkerNavigation.background': 'surface-raised',
  'editorMarkerNavigationError.background': 'error',
  'editorHoverWidget.statusBarBackground': 'surface-sunken',
  'editorHoverWidget.highlightForeground': 'accent',
  'editorActionList.background': 'surface-raised',
  'editorActionList.foreground': 'text',
  'editorActionList.focusBackground': 'selected',
  'editorActionList.focusForeground': 'text',
  focusBorder: 'accent',
  'textLink.foreground': 'accent',
  'textLink.activeForeground': 'accent-hover',
  'textCodeBlock.background': 'surface-sunken',
  'scrollbarSlider.background': 'line',
  'scrollbarSlider.hoverBackground': 'line-strong',
  'scrollbarSlider.activeBackground': 'line-strong',
  'editorOverviewRuler.border': 'surface',
  'diffEditor.insertedLineBackground': 'hit-soft',
  'diffEditor.insertedTextBackground': 'hit-soft',
  'diffEditor.removedLineBackground': 'excluded-soft',
  'diffEditor.removedTextBackground': 'excluded-soft',
  'diffEditor.unchangedRegionBackground': 'surface-sunken',
  'diffEditor.unchangedRegionForeground': 'text-soft',
  'diffEditor.border': 'line',
  'editorGutter.background': 'surface',
  'editorLightBulb.foreground': 'near',
};
