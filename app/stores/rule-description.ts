import type { RuleGuide, RuleMetadata, Segments } from '../../rule-engine/index.ts';

/** A rule besides the text that is being edited. */
export interface RuleDescription {
  readonly metadata: RuleMetadata;
  readonly guide: RuleGuide;
  /** The texts that it came with, to compare with and go back to. */
  readonly shippedSegments: Segments;
}
