import type { Progress } from '../../stores/evaluation/progress.ts';

/** How the last evaluation ended; one that is running is told by its progress. */
export type End = 'waiting' | 'done' | 'stopped' | 'failed';

/** What the engine does and has done, and what is known of the rule. */
export interface Engine {
  readonly end: End;
  /** Of files that are being read; `next` is that none is begun. */
  readonly reading: 'none' | 'next' | 'now';
  readonly rule: 'sound' | 'faulty' | 'unchecked';
  /** True while the engine owes an answer and gives no sign of life. */
  readonly isSilent: boolean;
  /** True once the engine has ended. */
  readonly isLost: boolean;
  readonly progress: Progress;
}

interface StateText {
  readonly text: string;
  readonly tone: 'ready' | 'busy' | 'error';
}

/** The engine's state in a few words. */
export function engineState({ end, reading, rule, isSilent, isLost, progress }: Engine): StateText {
  if (isLost) return { text: 'Engine has stopped', tone: 'error' };
  if (isSilent) return { text: 'Engine doesn’t answer', tone: 'error' };
  // A file is begun when no evaluation runs.
  if (reading === 'next' && progress === 'evaluating') return { text: 'Evaluating, then reading events', tone: 'busy' };
  if (reading !== 'none') return { text: 'Reading events', tone: 'busy' };
  if (progress === 'reading') return { text: 'Reading the rule', tone: 'busy' };
  if (rule === 'faulty') return { text: 'Rule has an error', tone: 'error' };
  if (rule === 'unchecked') return { text: 'Rule can’t be checked', tone: 'error' };
  if (progress === 'evaluating') return { text: 'Evaluating', tone: 'busy' };
  if (end === 'stopped') return { text: 'Stopped', tone: 'error' };
  if (end === 'failed') return { text: 'Evaluation failed', tone: 'error' };
  if (end === 'waiting') return { text: 'Starting', tone: 'busy' };
  return { text: 'Live', tone: 'ready' };
}
