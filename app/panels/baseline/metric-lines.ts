import type { Ratio, TuningMetrics } from '../../../rule-engine/index.ts';
import { formatCount } from '../../components/format.ts';
import { partText, shareText } from '../../components/ratio.ts';

/** A metric of two versions side by side. */
export interface MetricLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly tone: 'better' | 'worse' | 'same';
}

/** The metrics of a baseline and of the rule as it stands. */
export function metricLines(baseline: TuningMetrics, now: TuningMetrics): readonly MetricLine[] {
  return [
    {
      name: 'Hits',
      before: formatCount(baseline.after.hits),
      after: formatCount(now.after.hits),
      tone: 'same',
    },
    ratioLine('Precision', baseline.after.precision, now.after.precision, 1),
    ratioLine('Recall', baseline.after.recall, now.after.recall, 1),
    ratioLine('FP removed', baseline.fpRemoved, now.fpRemoved, 1),
    ratioLine('TP hidden', baseline.tpHidden, now.tpHidden, -1),
  ];
}

/** `good`: 1 where more is better, -1 where less is. */
function ratioLine(name: string, before: Ratio, after: Ratio, good: 1 | -1): MetricLine {
  const change = before.whole > 0 && after.whole > 0 ? after.part * before.whole - before.part * after.whole : 0;
  const tone = change === 0 ? 'same' : change * good > 0 ? 'better' : 'worse';
  const text = (ratio: Ratio): string => `${shareText(ratio)} (${partText(ratio)})`;
  return { name, before: text(before), after: text(after), tone };
}
