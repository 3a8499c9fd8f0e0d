import type { SegmentName } from '../../../rule-engine/index.ts';

/** Which way an editor's own undo or redo went. */
export type EditorMove = 'undo' | 'redo';

let canMove: (move: EditorMove, segment: SegmentName) => boolean = () => false;

/** Tells what the editors can undo and do again by themselves; until then it is nothing. */
export function setEditorCanMove(can: (move: EditorMove, segment: SegmentName) => boolean): void {
  canMove = can;
}

/** True where a segment's editor has a step of its own that way. */
export function editorCanMove(move: EditorMove, segment: SegmentName): boolean {
  return canMove(move, segment);
}
