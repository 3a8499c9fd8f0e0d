import { expect, it } from 'vitest';
import type { Ratio, TuningMetrics } from '../../../rule-engine/index.ts';
import { metricLines } from './metric-lines.ts';

function metrics(precision: Ratio, tpHidden: Ratio): TuningMetrics {
  const labels = { TP: 0, FP: 0, unsure: 0, unlabelled: 0 };
  const rule = { hits: 5, labels, precision, recall: { part: 0, whole: 0 } };
  return { before: rule, after: rule, fpRemoved: { part: 0, whole: 0 }, tpHidden, all: labels };
}

it('says which way each metric went, with its denominators', () => {
  const lines = metricLines(
    metrics({ part: 4, whole: 8 }, { part: 0, whole: 4 }),
    metrics({ part: 3, whole: 4 }, { part: 1, whole: 4 }),
  );
  expect(lines.find(({ name }) => name === 'Precision')).toEqual({
    name: 'Precision',
    before: '50 % (4 of 8)',
    after: '75 % (3 of 4)',
    tone: 'better',
  });
  expect(lines.find(({ name }) => name === 'TP hidden')?.tone).toBe('worse');
  expect(lines.find(({ name }) => name === 'Recall')).toMatchObject({ before: '– (0 of 0)', tone: 'same' });
});
