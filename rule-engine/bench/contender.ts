import type { BenchRule } from './bench-rule.ts';
import type { CompiledQuery } from './compiled-query.ts';

/** What a contender answers to a query: how many rows, and the first ones as they would be shown. */
export interface Answer {
  readonly count: number;
  readonly shown: number;
}

/** Rows that are made into text after each evaluation: what a grid shows. */
export const SHOWN_ROWS = 200;

/** An engine under test, in a process of its own. All of them do the same work on the same file. */
export interface Contender {
  /** Reads a CSV or NDJSON file into memory, ready to be asked. */
  ingest(path: string): Promise<void>;
  /** Evaluates the rule: counts its hits and gives the newest of them, with their flags. */
  evaluate(rule: BenchRule): Promise<Answer>;
  /** All hits of the rule as text, in any order: DeviceName, AccountName, ProcessCommandLine and the flags. Not timed. */
  hits(rule: BenchRule): Promise<readonly string[]>;
  /** Lua processes by device and account, joined with the shells of the device: one line a group, in any order. */
  summarize(rule: BenchRule): Promise<readonly string[]>;
  /** For each pattern of the rule that was evaluated last, the number of rows whose command line has it. */
  countPatterns(rule: BenchRule): Promise<readonly number[]>;
  /** The number of rows whose command line has one needle as a term. */
  countNeedle(needle: string): Promise<number>;
}

/** An engine whose evaluations are ended by newer ones. */
export interface Superseding {
  /** Milliseconds from an edit, which comes when an older evaluation has just begun, until that has ended. */
  supersede(older: CompiledQuery, newer: CompiledQuery): Promise<number>;
}

/** A line of `hits`. */
export function hitLine(texts: readonly string[], flags: readonly boolean[]): string {
  return [...texts, ...flags.map((flag) => (flag ? '1' : '0'))].join('\t');
}
