import type { Layout } from 'react-resizable-panels';
import { isObject, type Usable, usableMembers } from '../kept/kept-value.ts';

export type Theme = 'system' | 'light' | 'dark' | 'high-contrast';
export type Density = 'regular' | 'compact';
const dockTabs = ['events', 'tuning', 'validation', 'baseline', 'review', 'guide', 'rule'] as const;
export type DockTab = (typeof dockTabs)[number];

export const themes: readonly Theme[] = ['system', 'light', 'dark', 'high-contrast'];

/** How the reader has the page. */
export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  readonly facetsOpen: boolean;
  readonly dockTab: DockTab;
  /** Whom the last exclusion that was written belongs to. */
  readonly owner: string;
  /** Sizes of each group of panels, by the group's id, in per cent. */
  readonly layouts: Readonly<Record<string, Layout>>;
}

/** Whether a value can be that of a preference. */
const checks: Readonly<Record<keyof Preferences, (value: unknown) => boolean>> = {
  theme: (value) => themes.some((theme) => theme === value),
  density: (value) => value === 'regular' || value === 'compact',
  facetsOpen: (value) => typeof value === 'boolean',
  dockTab: (value) => dockTabs.some((tab) => tab === value),
  owner: (value) => typeof value === 'string',
  layouts: (value) => isObject(value) && Object.values(value).every(isLayout),
};

/** What can be used of the preferences that the browser kept; the others are as at first. */
export function usablePreferences(value: unknown): Usable<Partial<Preferences>> {
  return usableMembers<Preferences>(value, checks);
}

function isLayout(value: unknown): value is Layout {
  return isObject(value) && Object.values(value).every((size) => Number.isFinite(size));
}
