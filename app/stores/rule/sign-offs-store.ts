import { create } from 'zustand';
import type { Segments, SignOff } from '../../../rule-engine/index.ts';
import { areSegments, hasTexts, isObject, type Usable, usableEntries } from '../kept/kept-value.ts';

/** A sign-off as the browser keeps it. */
export interface KeptSignOff extends SignOff {
  readonly id: string;
  /** SHA-256 of the text that was signed. */
  readonly digest: string;
  /** That text. */
  readonly segments: Segments;
  /** The record as it was when it was signed, Markdown. */
  readonly record: string;
}

/** A change of the kept sign-offs. */
export interface SignOffsChange {
  readonly before: readonly KeptSignOff[];
  readonly after: readonly KeptSignOff[];
}

/** What can be used of the sign-offs that the browser kept of a rule. */
export function usableSignOffs(value: unknown): Usable<{ readonly signOffs: readonly KeptSignOff[] }> {
  if (value === undefined) return { kept: { signOffs: [] }, isDamaged: false };
  const { kept, isDamaged } = usableEntries(isObject(value) ? (value.signOffs ?? null) : null, isKeptSignOff);
  return { kept: { signOffs: kept }, isDamaged };
}

function isKeptSignOff(value: unknown): value is KeptSignOff {
  return (
    isObject(value) &&
    hasTexts(value, ['id', 'reviewer', 'comment', 'at', 'digest', 'record']) &&
    (value.verdict === 'approved' || value.verdict === 'changes requested') &&
    areSegments(value.segments)
  );
}

interface SignOffsState {
  /** Of the open rule, newest first. Changes that can be undone go through the history. */
  readonly signOffs: readonly KeptSignOff[];
}

export const useSignOffsStore = create<SignOffsState>()(() => ({ signOffs: [] }));
