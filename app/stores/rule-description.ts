import type { Segments } from '../../rule-engine/index.ts';

/** What a rule says of itself, as the page shows it. */
export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: string;
  readonly confidence: string;
  readonly tactics: readonly string[];
  /** MITRE ATT&CK ids: `T1059.011`. */
  readonly techniques: readonly string[];
  readonly dataSources: readonly string[];
  /** Tables that the query reads. */
  readonly tables: readonly string[];
  readonly references: readonly string[];
  readonly falsePositives: readonly string[];
  readonly threats: readonly string[];
  /** The rule's guides as Markdown, in the order of their tabs. */
  readonly guide: readonly { readonly title: string; readonly markdown: string }[];
  readonly shippedSegments: Segments;
}
