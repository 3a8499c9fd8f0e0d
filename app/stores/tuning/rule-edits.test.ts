import { expect, it } from 'vitest';
import { composeQuery } from '../../../rule-engine/index.ts';
import { movedBy, segmentsAfter } from './rule-edits.ts';

const segments = {
  patterns: 'let P = dynamic(["lua"]);',
  detection: 'T | where A has_any (P)',
  exclusions: '| where not(B == "x")',
  output: '| take 1',
};

it('puts edits of the whole query into the segments that they lie in', () => {
  const query = composeQuery(segments);
  const edited = segmentsAfter(query, segments, [
    { span: { start: query.text.indexOf('"lua"') + 5, length: 0 }, text: ', "lua5"' },
    { span: query.spans.exclusions, text: '' },
  ]);
  expect(edited).toEqual({ ...segments, patterns: 'let P = dynamic(["lua", "lua5"]);', exclusions: '' });
});

it('moves the exclusions with the edits before them and stretches them by those within', () => {
  const exclusions = { start: 100, length: 50 };
  const edit = (start: number, length: number, text: string) => ({ span: { start, length }, text });
  expect(movedBy(exclusions, [edit(10, 3, 'seven..')])).toEqual({ start: 104, length: 50 });
  expect(movedBy(exclusions, [edit(110, 20, '')])).toEqual({ start: 100, length: 30 });
  expect(movedBy(exclusions, [edit(10, 0, 'ab'), edit(100, 50, 'x'), edit(160, 1, '')])).toEqual({
    start: 102,
    length: 1,
  });
});
