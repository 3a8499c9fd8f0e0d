import { expect, test } from 'vitest';
import { queriesOf } from './several-queries.ts';

function parts(text: string) {
  const { queries, others } = queriesOf(text);
  const texts = (spans: typeof queries) => spans.map(({ start, length }) => text.slice(start, start + length));
  return { queries: texts(queries), others: texts(others) };
}

test('blank lines part the queries of a text, each with the comments above it', () => {
  const sentinel = '// for Sentinel\r\nlet a = 1;\r\n\r\nSecurityEvent | where EventID == a';
  const defender = '// for Defender\r\n\r\nDeviceEvents\r\n| take 1';
  expect(parts(`${sentinel}\r\n \r\n${defender}\r\n`)).toEqual({ queries: [sentinel, defender], others: [] });
});

test('a query with blank lines within it is one', () => {
  const one = 'let a = dynamic([\n\n"x"]);\n\nT\n\n| where A in (a)\n\n// steps\n\n| take 1';
  expect(parts(one)).toEqual({ queries: [one], others: [] });
  expect(parts(`${one}\n\nU | count`).queries).toEqual([one, 'U | count']);
});

test('notes in plain words and steps with an error are no queries', () => {
  const { queries, others } = parts('Title\n\nDetects a thing: it runs\n\nT | take 1\n\nT | where (\n\n// end');
  expect(queries).toEqual(['T | take 1']);
  expect(others).toEqual(['Title', 'Detects a thing: it runs', 'T | where (\n\n// end']);
});

test('a text without any query is itself', () => {
  expect(parts('T | where (\n\nnothing here')).toEqual({ queries: ['T | where (\n\nnothing here'], others: [] });
  expect(parts('')).toEqual({ queries: [''], others: [] });
});
