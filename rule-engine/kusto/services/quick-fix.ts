import type { Span } from '../../base/span.ts';
import type { TextEdit } from '../../base/text-edit.ts';

/** A repair of a fault in the query. */
export interface QuickFix {
  /** What it does, as a command: `Write not(… has_any …)`. */
  readonly title: string;
  /** The fault. */
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}
