import { expect, it } from 'vitest';
import { flowLines } from './flow.ts';

const text = 'T\n| where a == 1 // first\n| extend b = "|"\n| where c\n| count';
const countOfStep = (keyword: string, rowsIn: number, rowsOut: number) => {
  const span = { start: text.indexOf(keyword), length: keyword.length };
  return { index: 0, span, count: { span, rowsIn, rowsOut } };
};

it('each step has a place above its line, with the rows in and out once they are counted', () => {
  expect(flowLines(text, [countOfStep('where a', 2004, 131)], undefined)).toEqual([
    { line: 2, label: '2,004 → 131', share: 131 / 2004 },
    { line: 3, label: '', share: undefined },
    { line: 4, label: '', share: undefined },
    { line: 5, label: '', share: undefined },
  ]);
});

it('the steps of a line share its place', () => {
  const oneLine = 'T | where a | count';
  const step = (keyword: string, rowsIn: number, rowsOut: number) => {
    const span = { start: oneLine.indexOf(keyword), length: keyword.length };
    return { index: 0, span, count: { span, rowsIn, rowsOut } };
  };
  const [line] = flowLines(oneLine, [step('where a', 9, 4), step('count', 4, 1)], undefined);
  expect(line).toEqual({ line: 1, label: '9 → 4  ·  4 → 1', share: 0.25 });
});

it('steps that are annotated otherwise are left out', () => {
  const except = { start: text.indexOf('| where c'), length: '| where c'.length };
  expect(flowLines(text, [], except).map(({ line }) => line)).toEqual([2, 3, 5]);
});

it('a text of thousands of steps has none', () => {
  expect(flowLines('| where a\n'.repeat(300), [], undefined)).toHaveLength(300);
  expect(flowLines('| where a\n'.repeat(3000), [], undefined)).toEqual([]);
  expect(flowLines('| where a\n'.repeat(300_000), [], undefined)).toEqual([]);
});
