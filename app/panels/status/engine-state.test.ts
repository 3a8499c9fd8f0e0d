import { expect, test } from 'vitest';
import { type Engine, engineState } from './engine-state.ts';

const idle: Engine = { end: 'done', reading: 'none', errors: false, progress: undefined };

const textOf = (engine: Partial<Engine>): string => engineState({ ...idle, ...engine }).text;

test('a file that waits for an evaluation is not said to be read', () => {
  expect(textOf({ reading: 'next', progress: 'evaluating' })).toBe('Evaluating, then reading events');
  expect(textOf({ reading: 'now', progress: 'evaluating' })).toBe('Reading events');
  expect(textOf({ reading: 'next' })).toBe('Reading events');
});

test('what is being done is told before how the last evaluation ended', () => {
  expect(textOf({})).toBe('Live');
  expect(textOf({ end: 'failed' })).toBe('Evaluation failed');
  expect(textOf({ end: 'failed', progress: 'evaluating' })).toBe('Evaluating');
  expect(textOf({ errors: true, progress: 'evaluating' })).toBe('Rule has an error');
  expect(textOf({ errors: true, progress: 'reading' })).toBe('Reading the rule');
});
