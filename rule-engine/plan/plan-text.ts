import type { DynamicScalar } from '../schema/value.ts';
import type { Plan } from './plan.ts';

/** Marks an object that stands for a value which JSON has no form for. No plan node has a key of that name. */
export const TAG = '$';

export type ColumnList = Plan['columns'];

/**
 * What stands in a line of a plan's text for a value that JSON has no form for, or for what another line holds. Lines are
 * counted backwards from the line at hand, so that a step's line is the same whatever stands before it.
 */
export type Tagged =
  | { readonly $: 'undefined' }
  | { readonly $: 'long' | 'real'; readonly value: string }
  | { readonly $: 'decimal'; readonly unscaled: string; readonly scale: number }
  | { readonly $: 'map'; readonly entries: readonly (readonly [string, unknown])[] }
  | { readonly $: 'scalar'; readonly type: DynamicScalar['type']; readonly value: unknown }
  | TaggedPlan
  | TaggedTexts
  | { readonly $: 'def'; readonly id: number; readonly value: unknown }
  | { readonly $: 'ref'; readonly id: number };

/** The node of the line `back` lines before. */
export interface TaggedPlan {
  readonly $: 'plan';
  readonly back: number;
}

/** A list of string literals, as most lists of a rule are: for each its text and its span, as in `WrittenSpan`. */
export interface TaggedTexts {
  readonly $: 'texts';
  readonly texts: readonly string[];
  readonly spans: readonly number[];
}

/** The columns of a line's node: the first `first` columns of the node `back` lines before, unless that is 0, and `more`. */
export interface TaggedColumns {
  readonly $: 'columns';
  readonly back: number;
  readonly first: number;
  readonly more: ColumnList | string;
}

/** A span as its start, from the node's own start on, and its length. */
export type WrittenSpan = readonly [from: number, length: number];
