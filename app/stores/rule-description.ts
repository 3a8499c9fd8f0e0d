import type { RuleGuide, RuleMetadata, Segments, TestSuite } from '../../rule-engine/index.ts';

/** A rule besides the text that is being edited. */
export interface RuleDescription {
  readonly metadata: RuleMetadata;
  readonly guide: RuleGuide;
  /** The texts that it came with, to compare with and go back to. */
  readonly shippedSegments: Segments;
  /** Its validation tests; undefined when it has none. */
  readonly tests: TestSuite | undefined;
  /** The address of its folder, relative to the page. */
  readonly folder: string;
}
