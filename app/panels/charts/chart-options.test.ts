import { expect, it } from 'vitest';
import { accumulated, chartOptions } from './chart-options.ts';

it('stacks where the query or the kind of chart says so', () => {
  expect(chartOptions('columnchart', {}).stacking).toBe('none');
  expect(chartOptions('columnchart', { kind: 'stacked' }).stacking).toBe('stacked');
  expect(chartOptions('areachart', { kind: 'stacked100' }).stacking).toBe('stacked100');
  expect(chartOptions('areachart', { kind: 'unstacked' }).stacking).toBe('none');
  expect(chartOptions('stackedareachart', {}).stacking).toBe('stacked');
});

it('reads the ends and the kind of the y axis', () => {
  const { lowest, highest, isLogarithmic, hasLegend } = chartOptions('linechart', {
    ymin: '1',
    ymax: 'none',
    yaxis: 'log',
    legend: 'hidden',
  });
  expect([lowest, highest, isLogarithmic, hasLegend]).toEqual([1, undefined, true, false]);
});

it('adds each value to those before it', () => {
  expect(accumulated([1, null, 2, 4])).toEqual([1, null, 3, 7]);
});
