import type { BenchRule } from './bench-rule.ts';
import type { CompiledQuery } from './compiled-query.ts';

export const contenderNames = ['penumbra', 'js', 'duckdb-wasm', 'duckdb-native', 'arquero'] as const;

export type ContenderName = (typeof contenderNames)[number];

/** One thing that a contender is told to do. A rule or needle comes with its plans, which only our engine reads. */
export type Step =
  | { readonly kind: 'ingest'; readonly path: string }
  | { readonly kind: 'evaluate'; readonly rule: BenchRule; readonly compiled: CompiledQuery }
  /** Evaluates, and counts what each pattern matches. */
  | { readonly kind: 'counts'; readonly rule: BenchRule; readonly compiled: CompiledQuery }
  | { readonly kind: 'hits'; readonly rule: BenchRule; readonly compiled: CompiledQuery }
  | { readonly kind: 'summarize'; readonly rule: BenchRule; readonly compiled: CompiledQuery }
  | { readonly kind: 'needle'; readonly needle: string; readonly compiled: CompiledQuery }
  /** Ours alone: an edit that comes while an older one is still evaluated. */
  | { readonly kind: 'supersede'; readonly older: CompiledQuery; readonly compiled: CompiledQuery };

/** What a step took and gave. */
export interface StepResult {
  readonly milliseconds: number;
  /** Of all threads of the process. */
  readonly processorMilliseconds: number;
  /** The most memory that the process has held so far, in MB. */
  readonly peakMegabytes: number;
  /** The same for all contenders, or the benchmark fails. */
  readonly answer: string;
  /** Set when the contender can't do the step at all. */
  readonly failure?: string;
}
