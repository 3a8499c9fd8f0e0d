import type { SegmentName } from '../../rule-engine/index.ts';
import type { EditorMove } from '../stores/history/editor-move.ts';
import { useHistoryStore } from '../stores/history/history-store.ts';
import { typingPause } from '../stores/history/text-history.ts';
import type { editor } from './monaco/monaco.ts';

/** True where a model has a step of its own that way. */
export function canMove(model: editor.ITextModel, move: EditorMove): boolean {
  return move === 'undo' ? model.canUndo() : model.canRedo();
}

/**
 * Leads a model to a text that it had by its own undo or redo, so that the editor's history goes along with the page's. A
 * text that the model's steps don't lead to is older than they: the model then begins anew, and what it could undo is the
 * page's to undo.
 */
export function moveText(model: editor.ITextModel, move: EditorMove, text: string): void {
  while (model.getValue() !== text && canMove(model, move)) void (move === 'undo' ? model.undo() : model.redo());
  if (model.getValue() !== text) model.setValue(text);
}

/** Ends the steps of the editors' own undo where entries of the page's history end, so that those lead there. */
export class UndoSteps {
  private readonly models: Readonly<Record<SegmentName, editor.ITextModel>>;
  private typed: SegmentName | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(models: Readonly<Record<SegmentName, editor.ITextModel>>) {
    this.models = models;
    useHistoryStore.subscribe(({ history }) => {
      const last = history.done.at(-1);
      if (last?.kind !== 'text' || last.typedAt === undefined) this.end();
    });
  }

  /** To be called at each change of a segment. */
  follow(segment: SegmentName): void {
    if (segment !== this.typed) this.end();
    this.typed = segment;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), typingPause);
  }

  private end(): void {
    clearTimeout(this.timer);
    if (this.typed) this.models[this.typed].pushStackElement();
    this.typed = undefined;
  }
}
