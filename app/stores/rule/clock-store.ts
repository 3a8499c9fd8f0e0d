import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { EvaluationClock } from '../../../rule-engine/index.ts';

interface ClockState {
  /** What `ago()` and `now()` read in the next evaluation. */
  readonly clock: EvaluationClock;
  readonly actions: { readonly set: (clock: EvaluationClock) => void };
}

export const useClockStore = create<ClockState>()(
  persist((set) => ({ clock: { kind: 'newest' }, actions: { set: (clock) => set({ clock }) } }), {
    name: 'penumbra:clock',
    partialize: ({ clock }) => ({ clock }),
  }),
);
