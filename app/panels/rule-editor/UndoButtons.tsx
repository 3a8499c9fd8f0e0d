import { Redo2, Undo2 } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { useLater } from '../../components/use-later.ts';
import { useHistoryStore } from '../../stores/history/history-store.ts';

/** Undo and redo of what was last done: an edit, a toggle, a label. */
export function UndoButtons() {
  const last = useLater(useHistoryStore, lastTitle);
  const next = useLater(useHistoryStore, nextTitle);
  const { undo, redo } = useHistoryStore((state) => state.actions);
  return (
    <>
      <IconButton
        label={last === undefined ? 'Undo' : `Undo: ${last}`}
        disabled={last === undefined}
        onClick={() => void undo()}
      >
        <Undo2 size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={next === undefined ? 'Redo' : `Redo: ${next}`}
        disabled={next === undefined}
        onClick={() => void redo()}
      >
        <Redo2 size={15} aria-hidden />
      </IconButton>
    </>
  );
}

type State = ReturnType<typeof useHistoryStore.getState>;

function lastTitle({ history }: State): string | undefined {
  return history.done.at(-1)?.title;
}

function nextTitle({ history }: State): string | undefined {
  return history.undone.at(-1)?.title;
}
