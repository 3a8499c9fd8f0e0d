import { create } from 'zustand';

interface NoticeState {
  /** What was just done, shown for a moment at the foot of the window. */
  readonly notice: { readonly text: string; readonly kind: 'done' | 'error' } | undefined;
  readonly actions: {
    readonly tell: (text: string, kind?: 'done' | 'error') => void;
    readonly clear: () => void;
  };
}

export const useNoticeStore = create<NoticeState>()((set) => ({
  notice: undefined,
  actions: {
    tell: (text, kind = 'done') => set({ notice: { text, kind } }),
    clear: () => set({ notice: undefined }),
  },
}));

export const { tell } = useNoticeStore.getState().actions;
