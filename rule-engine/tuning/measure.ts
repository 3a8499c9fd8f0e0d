import { Bitmap } from '../columnar/bitmap.ts';
import { countWithin } from '../executor/expression/row-set.ts';
import { countLabels, type LabelRows } from './label-rows.ts';
import type { RuleMetrics, TuningMetrics } from './metrics.ts';
import { bitmapOf, excludedRows, type RuleRun, rowsBeforeExclusions } from './rule-run.ts';

/** The metrics of a run, over the labels of the table that it began with. */
export function measure(run: RuleRun, labels: LabelRows): TuningMetrics {
  const excluded = excludedRows(run);
  const before = metricsOf(bitmapOf(rowsBeforeExclusions(run)), labels);
  return {
    before,
    after: metricsOf(bitmapOf(run.survivors), labels),
    fpRemoved: { part: countWithin(labels.FP, excluded), whole: before.labels.FP },
    tpHidden: { part: countWithin(labels.TP, excluded), whole: before.labels.TP },
    all: countLabels(Bitmap.full(run.base.physicalLength), labels),
  };
}

function metricsOf(hits: Bitmap, labels: LabelRows): RuleMetrics {
  const counts = countLabels(hits, labels);
  return {
    hits: hits.count(),
    labels: counts,
    precision: { part: counts.TP, whole: counts.TP + counts.FP },
    recall: { part: counts.TP, whole: labels.TP.count() },
  };
}
