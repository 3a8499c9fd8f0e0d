import { NOWHERE } from '../base/span.ts';
import type { Bitmap } from '../columnar/bitmap.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { deserializePlan } from '../plan/read-plan.ts';
import { type ComparedRuns, changeOf, compareRuns } from '../tuning/compare.ts';
import { decidingPlan } from '../tuning/deciding-plan.ts';
import { countLabels } from '../tuning/label-rows.ts';
import { measure } from '../tuning/measure.ts';
import type { DifferenceRows, RuleDifference } from '../tuning/rule-difference.ts';
import type { TuningMethods } from './protocol/tuning-methods.ts';
import { Run } from './run.ts';
import type { Handlers } from './serve.ts';
import type { TuningHost } from './tuning-host.ts';
import type { TuningWork } from './tuning-work.ts';

type ComparisonMethod = 'compare' | 'row-changes';

/** The number of a run that no page asks for. */
const UNNUMBERED = 0;
/** Comparisons that a run keeps: the newest, among them the baseline's beside previews of edits. */
const MOST_KEPT = 4;

/** The methods that compare a run with another version of its rule. The newest comparisons of a run are kept with it. */
export function comparisonHandlers(
  work: TuningWork,
  host: TuningHost,
): Handlers<Pick<TuningMethods, ComparisonMethod>> {
  const compared = new WeakMap<Run, readonly KeptComparison[]>();
  let last = 0;
  return {
    compare: async ({ run: id, other: version }, { signal }): Promise<RuleDifference> => {
      const { run, labels, execution } = await work(id, signal);
      const plan = decidingPlan(deserializePlan(version.plan));
      const result = await execution.run(plan);
      const other = new Run(UNNUMBERED, plan, execution, result, version.exclusions);
      if (other.base.space !== run.base.space) {
        throw invalid('other-table', 'The two versions of the rule do not begin with the same table', NOWHERE);
      }
      const difference = await compareRuns(run, other, execution);
      const comparison = ++last;
      compared.set(run, [...(compared.get(run) ?? []), { comparison, difference }].slice(-MOST_KEPT));
      const kept = (rows: Bitmap): DifferenceRows => ({
        rows: rows.count(),
        labels: countLabels(rows, labels),
        rowSet: host.rowSets.add(rows, run.base),
      });
      return {
        comparison,
        gained: kept(difference.gained),
        lost: kept(difference.lost),
        same: kept(difference.same),
        edits: difference.edits.map((edit) => ({ ...edit, gained: kept(edit.gained), lost: kept(edit.lost) })),
        metrics: { run: measure(run, labels), other: measure(other, labels) },
      };
    },
    'row-changes': ({ run: id, comparison, rows }) => {
      const kept = compared.get(host.evaluatedRun(id).run)?.find((each) => each.comparison === comparison);
      if (kept === undefined)
        throw invalid('not-compared', `There is no comparison ${comparison} of this run`, NOWHERE);
      return rows.map((row) => changeOf(row, kept.difference));
    },
  };
}

interface KeptComparison {
  readonly comparison: number;
  readonly difference: ComparedRuns;
}
