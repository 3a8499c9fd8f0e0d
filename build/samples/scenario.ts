import type { DeviceKey } from './fleet.ts';
import type { Random } from './random.ts';

/** What an event is, whatever the rule says of it: part of an attack, harmless but like one, or ordinary. */
export type SampleLabel = 'TP' | 'FP' | 'benign';

/** What a command line may vary by from one run of a scenario to the next. */
export interface Variation {
  readonly random: Random;
  /** The user's account name. */
  readonly user: string;
  /** The run's number, from 0. */
  readonly run: number;
}

/** A process that starts, and what it starts. */
export interface SampleProcess {
  /** Its name within the scenario: `interpreter`, `shell`. */
  readonly event: string;
  readonly path: string | ((variation: Variation) => string);
  readonly command: string | ((variation: Variation) => string);
  /** `user`: who works at the device. Default: the account of the process that starts it. */
  readonly account?: 'user' | 'system';
  readonly integrity?: 'Low' | 'Medium' | 'High' | 'System';
  readonly children?: readonly SampleProcess[];
}

/** The process that stands before the scenario began; it has no event of its own. */
export interface SampleParent {
  readonly path: string;
  readonly command: string | ((variation: Variation) => string);
  /** The file name of what started it. */
  readonly parent: string;
  readonly account?: 'user' | 'system';
}

export interface SampleScenario {
  readonly id: string;
  readonly label: SampleLabel;
  readonly devices: readonly DeviceKey[];
  readonly parent: SampleParent;
  /** How often it happens in the day; 1 when missing. */
  readonly times?: number;
  readonly processes: readonly SampleProcess[];
}

/** A process in one line. */
export function run(
  event: string,
  path: SampleProcess['path'],
  command: SampleProcess['command'],
  ...children: readonly SampleProcess[]
): SampleProcess {
  return { event, path, command, children };
}
