import { create } from 'zustand';
import type { SuggestedExclusions, SuggestProgress, WorkerError } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isCancelled } from '../../workers/request-error.ts';
import { asWorkerError } from '../answers/worker-error.ts';

/** A search for exclusions, and what it found of which run. */
export type Search =
  | { readonly phase: 'idle' }
  | ({ readonly phase: 'searching' } & SuggestProgress)
  | { readonly phase: 'done'; readonly run: number; readonly found: SuggestedExclusions }
  | { readonly phase: 'failed'; readonly error: WorkerError };

interface SuggestionsState {
  readonly search: Search;
  readonly actions: {
    readonly start: (run: number) => Promise<void>;
    readonly cancel: () => void;
  };
}

const nothingTried: SuggestProgress = { tried: { part: 0, whole: 0 }, chosen: 0, fpRemoved: 0, fpAll: 0 };

let controller: AbortController | undefined;

export const useSuggestionsStore = create<SuggestionsState>()((set) => ({
  search: { phase: 'idle' },
  actions: {
    start: async (run) => {
      controller?.abort();
      const own = new AbortController();
      controller = own;
      set({ search: { phase: 'searching', ...nothingTried } });
      try {
        const found = await engine.request(
          'suggest-exclusions',
          { run },
          {
            signal: own.signal,
            onProgress: (progress) => set({ search: { phase: 'searching', ...progress } }),
          },
        );
        if (controller === own) set({ search: { phase: 'done', run, found } });
      } catch (error) {
        if (controller !== own) return;
        set({ search: isCancelled(error) ? { phase: 'idle' } : { phase: 'failed', error: asWorkerError(error) } });
      }
    },
    cancel: () => controller?.abort(),
  },
}));
