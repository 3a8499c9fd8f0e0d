import { expect, test } from 'vitest';
import { benchColumns, eventsAsCsv, eventsAsNdjson, generateEvents } from './generate-events.ts';

const events = [...generateEvents(20_000)];
const commandLines = events.map((event) => event[4]);

test('the same seed makes the same events', () => {
  expect([...generateEvents(20_000)]).toEqual(events);
  expect([...generateEvents(10, 2)]).not.toEqual(events.slice(0, 10));
});

test('command lines are as long, as distinct and as rarely about Lua as the benchmark says', () => {
  const mean = commandLines.reduce((total, line) => total + line.length, 0) / events.length;
  expect(mean).toBeGreaterThan(135);
  expect(mean).toBeLessThan(165);
  const distinct = new Set(commandLines).size / events.length;
  expect(distinct).toBeGreaterThan(0.6);
  expect(distinct).toBeLessThan(0.7);
  const lua = commandLines.filter((line) => / # \w{8}$/.test(line)).length / events.length;
  expect(lua).toBeGreaterThan(0.003);
  expect(lua).toBeLessThan(0.007);
});

test('the files hold every event', () => {
  const csv = [...eventsAsCsv(1000)].join('');
  expect(csv.split('\n')).toHaveLength(1000 + 2);
  expect(csv.split('\n')[0]).toBe(benchColumns.join(','));
  const ndjson = [...eventsAsNdjson(1000)].join('').trimEnd().split('\n');
  expect(ndjson.map((line) => Object.values(JSON.parse(line)))).toEqual([...generateEvents(1000)]);
});
