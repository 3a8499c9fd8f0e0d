import { expect, it } from 'vitest';
import { exclusionLabel, exclusionSentence, literalLabel, literalSentence, stepLabel } from './labels.ts';

const span = { start: 0, length: 1 };
const written = ({ number, rest }: { number: string; rest: string }): string => `${number}${rest}`;

it.each([
  [17, 3, '17 rows · 3 only here'],
  [1204, 0, '1,204 rows'],
  [1, 1, '1 row · 1 only here'],
  [0, 0, 'dead'],
])('a literal that matches %i rows, %i of them alone', (rows, unique, label) => {
  expect(written(literalLabel({ id: 1, span, text: 'lua', rows, unique }))).toBe(label);
});

it.each([
  [41, 41, '41 rows'],
  [41, 57, '41 rows · 57 alone'],
  [0, 12, '0 rows · 12 alone'],
  [0, 0, 'removes nothing'],
])('an exclusion that removes %i rows, %i alone', (removed, alone, label) => {
  expect(written(exclusionLabel({ span, removed, alone }))).toBe(label);
});

it('an exclusion that hides labelled true positives says so first', () => {
  const label = exclusionLabel({ span, removed: 41, alone: 57 }, 2);
  expect(written(label)).toBe('41 rows · hides 2 labelled TP · 57 alone');
  expect(label.tone).toBe('alarm');
});

it('a step shows the rows that go in and come out', () => {
  expect(stepLabel({ span, rowsIn: 2004, rowsOut: 131 })).toBe('2,004 → 131');
});

it('what a count means is said in a sentence', () => {
  expect(literalSentence({ id: 1, span, text: 'lua', rows: 17, unique: 3 })).toBe(
    'It matches 17 rows. Without it 3 rows would not pass.',
  );
  expect(literalSentence({ id: 1, span, text: 'lua', rows: 0, unique: 0 })).toContain('Dead');
  expect(exclusionSentence({ span, removed: 41, alone: 57 })).toContain('alone it would remove 57');
});
