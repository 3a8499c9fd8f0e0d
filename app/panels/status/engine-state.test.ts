import { expect, test } from 'vitest';
import { type Engine, engineState } from './engine-state.ts';

const idle: Engine = {
  end: 'done',
  reading: 'none',
  rule: 'sound',
  isSilent: false,
  isLost: false,
  progress: undefined,
};

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
  expect(textOf({ rule: 'faulty', progress: 'evaluating' })).toBe('Rule has an error');
  expect(textOf({ rule: 'faulty', progress: 'reading' })).toBe('Reading the rule');
});

test('an engine that has ended is neither at work nor silent', () => {
  expect(textOf({ isLost: true, isSilent: true, reading: 'now', rule: 'faulty' })).toBe('Engine has stopped');
});

test('a rule that can’t be checked is not said to have an error, and an engine that doesn’t answer not to be at work', () => {
  expect(textOf({ rule: 'unchecked' })).toBe('Rule can’t be checked');
  expect(textOf({ isSilent: true, progress: 'evaluating' })).toBe('Engine doesn’t answer');
});
