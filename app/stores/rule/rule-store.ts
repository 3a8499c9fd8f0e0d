import { create } from 'zustand';
import {
  type CompiledText,
  type ComposedQuery,
  composeQuery,
  type Diagnostic,
  NOWHERE,
  type SegmentName,
  type Segments,
  type WorkerError,
} from '../../../rule-engine/index.ts';
import type { RuleDescription } from './rule-description.ts';
import { sameSegments } from './same-segments.ts';

/** A plan and the text that it was made of: spans in the plan are of that text, which may be older than the editors'. */
export interface CompiledQuery {
  /** As `serializePlan` writes it. */
  readonly plan: string;
  readonly query: ComposedQuery;
}

export interface RuleState {
  /** Undefined until a rule is open. */
  readonly rule: RuleDescription | undefined;
  /** The texts as they stand in the editors. */
  readonly segments: Segments;
  /** The whole query that they make. */
  readonly query: ComposedQuery;
  /** The newest plan: of `query`, or of an older text while the newest has an error or is being compiled. */
  readonly compiled: CompiledQuery | undefined;
  /** What the language service says of `checkedText`; spans are of the whole query. */
  readonly diagnostics: readonly Diagnostic[];
  readonly checkedText: string | undefined;
  readonly actions: {
    /** Opens a rule, with its plan, as `serializePlan` writes it, where that is known already. */
    readonly open: (rule: RuleDescription, segments: Segments, plan: string | undefined) => void;
    readonly setSegment: (segment: SegmentName, text: string) => void;
    /** Puts other texts into all editors: a version, an undo. */
    readonly setSegments: (segments: Segments) => void;
    /** Takes a query's plan that was had without the language service. */
    readonly setPlan: (query: ComposedQuery, plan: string) => void;
    /** Takes what the language service made of a query; the same plan again leaves `compiled` as it is. */
    readonly setCompiled: (query: ComposedQuery, result: CompiledText) => void;
    /** Takes that a query could not be checked, and why: the plan that is known stays. */
    readonly setUnchecked: (query: ComposedQuery, error: WorkerError) => void;
    /** Puts back the texts that the rule was shipped with. */
    readonly reset: () => void;
  };
}

const noSegments: Segments = { patterns: '', detection: '', exclusions: '', output: '' };

export const useRuleStore = create<RuleState>()((set, get) => ({
  rule: undefined,
  segments: noSegments,
  query: composeQuery(noSegments),
  compiled: undefined,
  diagnostics: [],
  checkedText: undefined,
  actions: {
    open: (rule, segments, plan) => {
      const query = composeQuery(segments);
      const compiled = plan === undefined ? undefined : { plan, query };
      set({ rule, segments, query, compiled, diagnostics: [], checkedText: undefined });
    },
    setSegment: (segment, text) => {
      if (get().segments[segment] === text) return;
      const segments = { ...get().segments, [segment]: text };
      set({ segments, query: composeQuery(segments) });
    },
    setSegments: (segments) => {
      if (!sameSegments(get().segments, segments)) set({ segments, query: composeQuery(segments) });
    },
    setPlan: (query, plan) => set({ compiled: { plan, query } }),
    setCompiled: (query, { plan, diagnostics }) => {
      const before = get().compiled;
      const made = plan === undefined ? undefined : { plan, query };
      const isKnown = before?.query === query && before.plan === made?.plan;
      set({ diagnostics, checkedText: query.text, compiled: made === undefined || isKnown ? before : made });
    },
    setUnchecked: (query, { message: reason }) => {
      const message = `The rule can’t be checked: ${reason}`;
      set({ diagnostics: [{ code: unchecked, severity: 'error', message, span: NOWHERE }], checkedText: query.text });
    },
    reset: () => {
      const segments = get().rule?.shippedSegments;
      if (segments) set({ segments, query: composeQuery(segments) });
    },
  },
}));

/** Whether the text in the editors has an error, so that what is on screen is the answer to an older text. */
export function soundness({ diagnostics }: Pick<RuleState, 'diagnostics'>): 'sound' | 'faulty' | 'unchecked' {
  if (diagnostics.some(isUnchecked)) return 'unchecked';
  return diagnostics.some(({ severity }) => severity === 'error') ? 'faulty' : 'sound';
}

/** The code of what stands in place of diagnostics where the language service could not look at the text. */
const unchecked = 'unchecked';

/** True for what says that the text could not be checked: it is no fault of the text. */
export function isUnchecked({ code }: Diagnostic): boolean {
  return code === unchecked;
}

/** True when the editors' text is not what the rule was shipped with. */
export function isModified({ rule, segments }: Pick<RuleState, 'rule' | 'segments'>): boolean {
  return rule !== undefined && !sameSegments(segments, rule.shippedSegments);
}
