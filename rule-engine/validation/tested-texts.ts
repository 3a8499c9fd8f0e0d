import { composeQuery, type Segments } from '../rule/segments.ts';
import type { RuleTest } from './test-suite.ts';

/** The texts that a test compiles: the rule's query, and the query with the test's assertion, where it has one. */
export function testedTexts(
  segments: Segments,
  { assertion }: Pick<RuleTest, 'assertion'>,
): { readonly query: string; readonly asserted: string | undefined } {
  const query = composeQuery(segments).text;
  const asserted = assertion === undefined ? undefined : `${query}\n| ${assertion.replace(/^\s*\|/, '')}`;
  return { query, asserted };
}
