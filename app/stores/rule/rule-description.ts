import type { RuleGuide, RuleMetadata, Segments, TestSuite } from '../../../rule-engine/index.ts';

/** A rule besides the text that is being edited. */
export interface RuleDescription {
  readonly metadata: RuleMetadata;
  readonly guide: RuleGuide;
  /** The texts that it came with, to compare with and go back to. */
  readonly shippedSegments: Segments;
  /** Its validation tests; undefined when it has none. */
  readonly tests: TestSuite | undefined;
  /** The address of its folder, relative to the page; empty for a rule that was opened. */
  readonly folder: string;
  /** Where it was opened from; undefined for a rule that the page was built with. */
  readonly opened?: OpenedFrom;
}

/** A file that a rule was opened from. */
export interface OpenedFrom {
  readonly file: string;
  /** What people call its format. */
  readonly format: string;
  /** What was left out, and what else the reader should know. */
  readonly notes: readonly string[];
}

/** True for a rule that the page was built with, also where its text was opened from a file. */
export function isShipped({ folder }: Pick<RuleDescription, 'folder'>): boolean {
  return folder !== '';
}

/** By which a rule's versions and sign-offs are kept: its id, or its title where it has none. */
export function ruleKey({ metadata: { id, title } }: Pick<RuleDescription, 'metadata'>): string {
  return id || title;
}
