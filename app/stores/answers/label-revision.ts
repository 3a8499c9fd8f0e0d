import { create } from 'zustand';

/** Grows each time labels change: whoever shows what depends on labels asks the engine again. */
export const useLabelRevision = create<{ readonly revision: number }>()(() => ({ revision: 0 }));

export function labelsChanged(): void {
  useLabelRevision.setState(({ revision }) => ({ revision: revision + 1 }));
}
