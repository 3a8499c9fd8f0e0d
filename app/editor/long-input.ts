import { editor } from './monaco/monaco.ts';

/** Characters that come at once and are still typed: an input method gives a sentence. */
const MOST_TYPED = 64;

/**
 * Takes a long text that comes as typed (by a text expander, by dictation, from a phone's keyboard) as if it were pasted.
 * Monaco types a text character by character: that takes minutes where it is long, and adds closing brackets and
 * indentation to a text that has its own.
 */
export function pasteLongInput(): void {
  editor.registerCommand('type', (_accessor, input: { readonly text: string }) => {
    const isLong = input.text.length > MOST_TYPED || (input.text.length > 1 && input.text.includes('\n'));
    const focused = editor.getEditors().find((each) => each.hasTextFocus());
    focused?.trigger('keyboard', isLong ? 'paste' : 'type', input);
  });
}
