import { create } from 'zustand';
import type { LabelChange } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { labelsChanged } from '../answers/label-revision.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { tell } from '../notices/notice-store.ts';
import { type RuleState, useRuleStore } from '../rule/rule-store.ts';
import type { KeptSignOff } from '../rule/sign-offs-store.ts';
import { useSignOffsStore } from '../rule/sign-offs-store.ts';
import { replayed, useVersionsStore, type Versions } from '../rule/versions-store.ts';
import type { EditorMove } from './editor-move.ts';
import { type History, type HistoryEntry, noHistory, type OpenRule, redone, undone, withEntry } from './history.ts';
import { withText } from './text-history.ts';

interface HistoryState {
  readonly history: History;
  readonly actions: {
    readonly undo: () => Promise<void>;
    readonly redo: () => Promise<void>;
    /** Notes labels that were just set. */
    readonly addLabels: (title: string, changes: readonly LabelChange[]) => void;
    /** Changes the kept versions; nothing is noted where `after` is what they are. */
    readonly setVersions: (title: string, after: Versions) => void;
    readonly setSignOffs: (title: string, after: readonly KeptSignOff[]) => void;
  };
}

/** What the change of the text under way is called; undefined while it is typed. */
let editTitle: string | undefined;
/** True once the titled edit under way has an entry. */
let isEntered = false;
/** Which way the editor goes whose undo or redo is under way. */
let editorMove: EditorMove | undefined;
/** Which way the page goes whose undo or redo is under way. */
let pageMove: EditorMove | undefined;
/** Undo and redo wait for each other, however fast they are asked for. */
let queue: Promise<void> = Promise.resolve();

export const useHistoryStore = create<HistoryState>()((set, get) => {
  const replay = async (entry: HistoryEntry, direction: 'before' | 'after'): Promise<void> => {
    if (entry.kind === 'labels') {
      const labels = entry.changes.map((change) => ({ fingerprint: change.fingerprint, label: change[direction] }));
      await engine.request('set-labels', { labels });
      labelsChanged();
      return;
    }
    if (entry.kind === 'sign-offs') return useSignOffsStore.setState({ signOffs: entry[direction] });
    if (entry.kind === 'versions') return useVersionsStore.setState((now) => replayed(now, entry, direction));
    pageMove = direction === 'before' ? 'undo' : 'redo';
    try {
      const { segments, actions } = useRuleStore.getState();
      const { open, setSegments } = actions;
      if (entry.kind === 'text') setSegments({ ...segments, ...entry[direction] });
      else open(entry[direction].rule, entry[direction].segments, undefined);
    } finally {
      pageMove = undefined;
    }
  };
  const move = (direction: 'undo' | 'redo'): Promise<void> => {
    queue = queue.then(async () => {
      const { history } = get();
      const entry = (direction === 'undo' ? history.done : history.undone).at(-1);
      if (!entry) return tell(direction === 'undo' ? 'Nothing to undo' : 'Nothing to redo');
      try {
        await replay(entry, direction === 'undo' ? 'before' : 'after');
        set({ history: direction === 'undo' ? undone(get().history) : redone(get().history) });
        tell(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${entry.title}`);
      } catch (error) {
        tell(`Not undone: ${asWorkerError(error).message}`, 'error');
      }
    });
    return queue;
  };
  return {
    history: noHistory,
    actions: {
      undo: () => move('undo'),
      redo: () => move('redo'),
      addLabels: (title, changes) => {
        if (changes.length > 0)
          set(({ history }) => ({ history: withEntry(history, { kind: 'labels', title, changes }) }));
      },
      setVersions: (title, after) => {
        const before = useVersionsStore.getState();
        if (after === before) return;
        useVersionsStore.setState(after);
        set(({ history }) => ({ history: withEntry(history, { kind: 'versions', title, before, after }) }));
      },
      setSignOffs: (title, after) => {
        const { signOffs: before } = useSignOffsStore.getState();
        useSignOffsStore.setState({ signOffs: after });
        set(({ history }) => ({ history: withEntry(history, { kind: 'sign-offs', title, before, after }) }));
      },
    },
  };
});

useRuleStore.subscribe((now, before) => {
  if (pageMove) return;
  if (now.rule !== before.rule) return noteRule(openRuleOf(before), openRuleOf(now));
  if (now.segments === before.segments) return;
  useHistoryStore.setState(({ history }) => ({
    history: withText(history, {
      before: before.segments,
      after: now.segments,
      title: editTitle,
      isFurther: isEntered,
      editorMove,
      now: performance.now(),
    }),
  }));
  isEntered = editTitle !== undefined && useHistoryStore.getState().history.done.at(-1)?.title === editTitle;
});

function openRuleOf({ rule, segments }: Pick<RuleState, 'rule' | 'segments'>): OpenRule | undefined {
  return rule && { rule, segments };
}

/** A rule that is opened by an edit with a title can be undone; another one begins anew. */
function noteRule(before: OpenRule | undefined, after: OpenRule | undefined): void {
  useHistoryStore.setState(({ history }) => {
    if (editTitle === undefined || !before || !after) return { history: noHistory };
    return { history: withEntry(history, { kind: 'rule', title: editTitle, before, after }) };
  });
}

/** Makes the changes of the text within `edit` one entry of the history, with a title. */
export function asOneEdit(title: string, edit: () => void): void {
  editTitle = title;
  isEntered = false;
  try {
    edit();
  } finally {
    editTitle = undefined;
    isEntered = false;
  }
}

/** Takes the changes of the text within `edit` as an editor's own undo or redo. */
export function asEditorMove(move: EditorMove, edit: () => void): void {
  editorMove = move;
  try {
    edit();
  } finally {
    editorMove = undefined;
  }
}

/** Which way the page's undo or redo goes that changes the text just now: editors go there by their own. */
export function pageMoveUnderWay(): EditorMove | undefined {
  return pageMove;
}
