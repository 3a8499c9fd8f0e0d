import { create } from 'zustand';

/** The views of the Tuning panel. */
export type TuningTab = 'impact' | 'overlap' | 'trend' | 'breakdown' | 'funnel' | 'suggestions';

/** What the Tuning panel shows, and shows again after another panel was looked at. */
export const useTuningTab = create<{ readonly tab: TuningTab }>()(() => ({ tab: 'impact' }));
