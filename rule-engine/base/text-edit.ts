import type { Span } from './span.ts';

/** Replaces `span` of a text by `text`. Edits of one text do not overlap, and their spans are of the text before. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
