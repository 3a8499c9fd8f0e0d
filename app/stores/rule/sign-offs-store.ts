import { create } from 'zustand';
import type { KeptSignOff } from './sign-offs.ts';

interface SignOffsState {
  /** Of the open rule, newest first. Changes that can be undone go through the history. */
  readonly signOffs: readonly KeptSignOff[];
}

export const useSignOffsStore = create<SignOffsState>()(() => ({ signOffs: [] }));
