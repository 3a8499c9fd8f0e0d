import { create } from 'zustand';

interface EngineState {
  /** Whether the engine, which owes an answer, has given no sign of life for long. */
  readonly isSilent: boolean;
  /** What the browser said when the engine was lost, maybe nothing; undefined while it runs. */
  readonly lost: string | undefined;
}

export const useEngineStore = create<EngineState>()(() => ({ isSilent: false, lost: undefined }));
