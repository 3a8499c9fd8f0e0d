import { expect, test } from 'vitest';
import { InferringColumn } from './inferring-column.ts';

function inferred(...cells: readonly string[]) {
  const column = new InferringColumn();
  for (const cell of cells) {
    const bytes = new TextEncoder().encode(cell);
    if (cell === '') column.appendMissing();
    else column.append(bytes, 0, bytes.length, 'text');
  }
  const done = column.finish();
  return [done.type, ...cells.map((_, row) => done.get(row))];
}

test.each([
  ['whole numbers', ['7', '-12', '0'], ['long', 7n, -12n, 0n]],
  ['numbers with a fraction', ['0.5', '10'], ['real', 0.5, 10]],
  ['a leading zero is part of a name', ['007', '12'], ['string', '007', '12']],
  ['a leading zero before a fraction too', ['00.5'], ['string', '00.5']],
  ['missing cells', ['', '3'], ['long', null, 3n]],
  ['words', ['é', '1'], ['string', 'é', '1']],
])('%s', (_, cells, expected) => {
  expect(inferred(...cells)).toEqual(expected);
});
