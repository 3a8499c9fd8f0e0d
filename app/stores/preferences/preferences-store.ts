import type { Layout } from 'react-resizable-panels';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { usableOf } from '../kept/kept-value.ts';
import { type Density, type DockTab, type Preferences, type Theme, usablePreferences } from './preferences.ts';

interface PreferencesState extends Preferences {
  readonly actions: {
    readonly setTheme: (theme: Theme) => void;
    readonly setDensity: (density: Density) => void;
    readonly toggleFacets: () => void;
    readonly showDock: (tab: DockTab) => void;
    readonly setOwner: (owner: string) => void;
    readonly setLayout: (group: string, layout: Layout) => void;
  };
}

/** Pixels of window from which the facets are open at first: below, the rows need the width. */
const roomForFacets = 1600;

export const usePreferencesStore = create<PreferencesState>()(
  persist(
    (set) => ({
      theme: 'system',
      density: 'regular',
      facetsOpen: window.innerWidth >= roomForFacets,
      dockTab: 'events',
      owner: '',
      layouts: {},
      actions: {
        setTheme: (theme) => set({ theme }),
        setDensity: (density) => set({ density }),
        toggleFacets: () => set(({ facetsOpen }) => ({ facetsOpen: !facetsOpen })),
        showDock: (dockTab) => set({ dockTab }),
        setOwner: (owner) => set({ owner }),
        setLayout: (group, layout) => set(({ layouts }) => ({ layouts: { ...layouts, [group]: layout } })),
      },
    }),
    {
      name: 'penumbra:preferences',
      merge: (kept, initial) => ({ ...initial, ...usableOf(usablePreferences(kept), 'preferences') }),
      partialize: ({ theme, density, facetsOpen, dockTab, owner, layouts }) => ({
        theme,
        density,
        facetsOpen,
        dockTab,
        owner,
        layouts,
      }),
    },
  ),
);
