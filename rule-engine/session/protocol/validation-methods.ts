import type { SourceFile } from '../../ingest/load-source.ts';
import type { Segments } from '../../rule/segments.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import type { TestResult } from '../../validation/test-result.ts';
import type { RuleTest } from '../../validation/test-suite.ts';
import type { CompiledText } from './language-methods.ts';

/** The files that a test looks at, by their paths in the rule's folder: a path is loaded once in the worker's life. */
export type TestFiles = ReadonlyMap<string, SourceFile>;

/** The engine worker's methods of a rule's own tests: they have tables of their own, and leave loaded events and runs alone. */
export interface ValidationMethods {
  /**
   * Runs a test over its samples. `labels`: the file that names their rows. `compiled`: what the language worker made of
   * each of `testedTexts`, with the columns that `test-columns` found.
   */
  'run-test': {
    params: {
      readonly segments: Segments;
      readonly test: RuleTest;
      readonly labels: string | undefined;
      readonly files: TestFiles;
      readonly compiled: ReadonlyMap<string, Pick<CompiledText, 'plan' | 'diagnostics'>>;
    };
    result: TestResult;
    progress: never;
  };
  /** As `columns`, over the samples of a test. */
  'test-columns': {
    params: { readonly test: RuleTest; readonly files: TestFiles; readonly plan: string };
    result: readonly ColumnSchema[] | null;
    progress: never;
  };
}
