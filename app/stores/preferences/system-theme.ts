import type { Theme } from './preferences.ts';

const darkMedia = '(prefers-color-scheme: dark)';
const contrastMedia = '(prefers-contrast: more)';

/** The theme that is on screen: `system` resolved by what the reader's device asks for. */
export function resolvedTheme(theme: Theme): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme;
  if (window.matchMedia(contrastMedia).matches) return 'high-contrast';
  return window.matchMedia(darkMedia).matches ? 'dark' : 'light';
}

/** Calls the listener when the device's wishes change. Returns how to stop. */
export function onSystemThemeChange(listener: () => void): () => void {
  const queries = [darkMedia, contrastMedia].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
