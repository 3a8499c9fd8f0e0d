import { expect, it } from 'vitest';
import { composeQuery } from '../../rule-engine/index.ts';
import { segmentsAfter } from './rule-edits.ts';

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
