import { create } from 'zustand';

/** Whether the engine, which owes an answer, has given no sign of life for long. */
export const useEngineStore = create<{ readonly isSilent: boolean }>()(() => ({ isSilent: false }));
