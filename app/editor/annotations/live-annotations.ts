import type { ExclusionCount, LiteralCount, Span, StepCount } from '../../../rule-engine/index.ts';
import { afterPaint } from '../../browser/next-task.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { hiddenTruePositives, useImpactStore } from '../../stores/evaluation/impact-store.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { ruleModels } from '../rule-models.ts';
import { spanAfter, type TextChange } from './text-change.ts';

/** A count of the last evaluation, and where what it counts stands in the newest text. */
export interface Placed<Count> {
  /** Its index in the evaluation's list. */
  readonly index: number;
  readonly count: Count;
  readonly span: Span;
}

export interface LiveAnnotations {
  readonly literals: readonly Placed<LiteralCount>[];
  readonly exclusions: readonly Placed<ExclusionCount>[];
  readonly steps: readonly Placed<StepCount>[];
  /** Rows labelled TP that each exclusion hides, by its index; empty while they are not known. */
  readonly hidden: readonly number[];
  /** True when the text is not the one that was counted. */
  readonly isStale: boolean;
}

type Listener = () => void;

/** The counts of the last good evaluation; they move with the text until the next one. */
class AnnotationFeed {
  private readonly listeners = new Set<Listener>();
  private evaluated: EvaluatedQuery | undefined;
  private state: LiveAnnotations = { literals: [], exclusions: [], steps: [], hidden: [], isStale: false };

  constructor() {
    this.takeResult(lastResult(useEvaluationStore.getState()));
    let stopWaiting = (): void => undefined;
    useEvaluationStore.subscribe((state) => {
      if (lastResult(state) === this.evaluated) return;
      stopWaiting();
      // The rows come first; counts may follow a frame later.
      stopWaiting = afterPaint(() => this.takeResult(lastResult(useEvaluationStore.getState())));
    });
    useImpactStore.subscribe((state) => this.takeHidden(hiddenTruePositives(state, this.evaluated)));
    ruleModels().onEdit(({ changes }) => this.update(followed(this.state, changes)));
  }

  current(): LiveAnnotations {
    return this.state;
  }

  /** Calls the listener whenever counts or their places change. Returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private takeResult(result: EvaluatedQuery | undefined): void {
    if (result === undefined || result === this.evaluated) return;
    this.evaluated = result;
    const { literals, exclusions, steps } = result.evaluation;
    const placed = {
      literals: literals.map(place),
      exclusions: exclusions.map(place),
      steps: steps.map(place),
      hidden: hiddenTruePositives(useImpactStore.getState(), result),
    };
    const newest = useRuleStore.getState().query.text;
    const changes = ruleModels().log.changesSince(result.query.text, newest);
    this.update(followed({ ...placed, isStale: false }, changes));
  }

  private takeHidden(hidden: readonly number[]): void {
    const former = this.state.hidden;
    const isSame = Array.from({ length: Math.max(hidden.length, former.length) }, (_, index) => index).every(
      (index) => (hidden[index] ?? 0) === (former[index] ?? 0),
    );
    if (!isSame) this.update({ ...this.state, hidden });
  }

  private update(state: LiveAnnotations): void {
    const isStale = this.evaluated?.query.text !== useRuleStore.getState().query.text;
    this.state = { ...state, isStale };
    for (const listener of this.listeners) listener();
  }
}

function place<Count extends { readonly span: Span }>(count: Count, index: number): Placed<Count> {
  return { index, count, span: count.span };
}

function followed(state: LiveAnnotations, changes: readonly TextChange[]): LiveAnnotations {
  if (changes.length === 0) return state;
  const follow = <Count>(placed: readonly Placed<Count>[]): readonly Placed<Count>[] =>
    placed.flatMap((item) => {
      const span = changes.reduce<Span | undefined>((at, change) => at && spanAfter(at, change), item.span);
      return span === undefined ? [] : [{ ...item, span }];
    });
  return {
    ...state,
    literals: follow(state.literals),
    exclusions: follow(state.exclusions),
    steps: follow(state.steps),
  };
}

let feed: AnnotationFeed | undefined;

/** The page's feed of counts, made at the first call. */
export function annotationFeed(): AnnotationFeed {
  feed ??= new AnnotationFeed();
  return feed;
}
