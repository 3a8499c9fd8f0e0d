import { useEffect } from 'react';
import { editorCanMove } from '../../stores/history/editor-move.ts';
import { type History, isOfSeveralSegments } from '../../stores/history/history.ts';
import { useHistoryStore } from '../../stores/history/history-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';

interface Shortcuts {
  readonly onCommands: () => void;
  readonly onHelp: () => void;
}

/** The keys that work anywhere in the window. */
export function useShortcuts({ onCommands, onHelp }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (command && event.key.toLowerCase() === 'k') onCommands();
      else if (isUndo(event) && isOfPage(event, 'done')) void useHistoryStore.getState().actions.undo();
      else if (isRedo(event) && isOfPage(event, 'undone')) void useHistoryStore.getState().actions.redo();
      else if (event.key === '?' && !isTyping(event.target)) onHelp();
      else if (event.key === 'F6') focusNextPart(event.shiftKey);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [onCommands, onHelp]);
}

/**
 * In a field undo is the field's; in the editor it is its own, but for what is of more than the text that it shows, and for
 * edits of that text from before the editor was there.
 */
function isOfPage({ target }: KeyboardEvent, list: keyof History): boolean {
  if (!isTyping(target)) return true;
  const isEditor = target instanceof Element && target.closest('[aria-label="Rule text"] .monaco-editor') !== null;
  if (!isEditor) return false;
  const entry = useHistoryStore.getState().history[list].at(-1);
  if (isOfSeveralSegments(entry)) return true;
  const { ruleTab } = useViewStore.getState();
  if (entry?.kind !== 'text' || ruleTab === 'whole' || entry.before[ruleTab] === undefined) return false;
  return !editorCanMove(list === 'done' ? 'undo' : 'redo', ruleTab);
}

/** Ctrl+Z or Cmd+Z. */
function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
}

function isRedo(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  return (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  );
}

/** What of a part takes the focus, first what it is there for. */
const goals = [
  '.monaco-editor :is([role="textbox"], textarea)',
  '[role="grid"]',
  '[role="tab"][aria-selected="true"]',
  'button',
];

/** Moves the focus to the next large part of the window, in the order in which they stand in the page. */
function focusNextPart(backwards: boolean): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(at + (backwards ? -1 : 1) + parts.length) % parts.length];
  for (const goal of goals) {
    const found = next?.querySelector<HTMLElement>(goal);
    if (!found) continue;
    found.focus();
    return;
  }
}
