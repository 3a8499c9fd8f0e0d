import { expect, it } from 'vitest';
import { composeQuery, type Evaluation, type ImpactReport } from '../../../rule-engine/index.ts';
import { impactRows, remarkOf } from './impact-rows.ts';

const query = composeQuery({
  patterns: 'let P = dynamic(["lua", "luac"]);',
  detection: 'T | where A has_any ("lua") or B has_any (P)',
  exclusions: '| where not(C == "x")',
  output: '',
});

function literalAt(text: string, start: number, rows: number) {
  return { span: { start, length: text.length + 2 }, text, rows, unique: 1 };
}

const noLabels = { TP: 0, FP: 0, unsure: 0, unlabelled: 0 };

it('lists patterns and exclusions, and tells equal patterns of two segments apart', () => {
  const evaluation = {
    literals: [
      literalAt('lua', query.text.indexOf('"lua"'), 9),
      literalAt('luac', query.text.indexOf('"luac"'), 0),
      literalAt('lua', query.text.lastIndexOf('"lua"'), 4),
    ],
    exclusions: [{ span: query.spans.exclusions, removed: 3, alone: 3 }],
  } as unknown as Evaluation;
  const pattern = { role: 'pattern', hits: 1, labels: noLabels, uniqueLabels: noLabels } as const;
  const report: ImpactReport = {
    patterns: [
      { ...pattern, literal: 0, dead: false, shadowedBy: [], overlaps: [{ literal: 2, rows: 4 }] },
      { ...pattern, literal: 1, dead: true, shadowedBy: [], overlaps: [] },
      { ...pattern, literal: 2, dead: false, shadowedBy: [0], overlaps: [] },
    ],
    exclusions: [
      {
        exclusion: 0,
        unique: 2,
        labels: { ...noLabels, TP: 1 },
        uniqueLabels: noLabels,
        dead: false,
        shadowedBy: [],
        overlaps: [],
      },
    ],
  };
  const rows = impactRows({ evaluation, query }, report, () => 'Noise of x');
  expect(rows.map(({ name, rows, remark }) => [name, rows, remark])).toEqual([
    ['lua (patterns)', 9, '4 also lua (detection)'],
    ['luac', 0, 'dead'],
    ['lua (detection)', 4, 'shadowed by lua (patterns)'],
    ['Noise of x', 3, ''],
  ]);
});

it('says the worst: dead, then shadowed, then overlapping', () => {
  const overlaps = [{ name: '.lua', rows: 1200 }];
  expect(remarkOf(true, [], [])).toEqual({ remark: 'dead', tone: 'dead' });
  expect(remarkOf(false, ['luac', 'lua', '.lua'], overlaps).remark).toBe('shadowed by luac and 2 more');
  expect(remarkOf(false, [], overlaps)).toEqual({ remark: '1,200 also .lua', tone: 'plain' });
  expect(remarkOf(false, [], []).remark).toBe('');
});
