import type { RulePackage } from '../rule-engine/rule/rule-package.ts';
import type { ComposedQuery } from '../rule-engine/rule/segments.ts';
import type { TestSuite } from '../rule-engine/validation/test-suite.ts';

/** A rule of `public/rules` as it is built into the page, with its plan made beforehand. */
export interface ShippedRule extends Pick<RulePackage, 'metadata' | 'segments' | 'guide'> {
  /** The plan of its query as `serializePlan` writes it: the first hits don't wait for the language service. */
  readonly plan: string;
  /** What the plan was made of. */
  readonly query: ComposedQuery;
  /** Its validation tests; undefined when it has none. */
  readonly tests: TestSuite | undefined;
  /** The address of its folder, relative to the page: paths of its files start there. */
  readonly folder: string;
  /** Addresses of its sample event files, relative to the page. */
  readonly samples: readonly string[];
}
