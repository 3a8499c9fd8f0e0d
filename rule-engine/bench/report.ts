import type { Measured, Stage } from './measurement.ts';
import type { ContenderName } from './steps.ts';

type PeerRatios = Partial<Record<Exclude<ContenderName, 'penumbra'>, number>>;

/** How many times less ours takes than each peer. */
export interface Ratios {
  readonly ingest: PeerRatios;
  readonly first: PeerRatios;
  readonly keystroke: PeerRatios;
  readonly memory: PeerRatios;
}

export function ratiosOf(measured: readonly Measured[]): Ratios {
  return {
    ingest: stageRatios('ingest', measured),
    first: stageRatios('first', measured),
    keystroke: stageRatios('keystroke', measured),
    memory: memoryRatios(measured),
  };
}

/** @throws when the hits beside one peer were others than beside another */
export function commonHits([first, ...others]: readonly Measured[]): number {
  for (const { hits } of others) {
    if (hits !== first.hits) throw new Error(`Hits differ from peer to peer: ${hits}, ${first.hits}`);
  }
  return Number.parseInt(first.hits, 10);
}

export function printReport(report: {
  readonly rows: number;
  readonly format: string;
  readonly hits: number;
  readonly measured: readonly Measured[];
  readonly ratios: Ratios;
}): void {
  const { measured, rows, hits, format } = report;
  console.log(`${rows.toLocaleString('en')} events as ${format}, ${hits.toLocaleString('en')} hits\n`);
  console.log('Medians in milliseconds (of the processor in brackets), and how many times less ours takes:\n');
  for (const stage of Object.keys(titles) as Stage[]) printStage(stage, measured);
  console.log('peak memory in MB');
  for (const [name, peaks] of valuesOf(measured, ({ peakMegabytes }) => peakMegabytes)) {
    printLine(name, `${Math.round(median(peaks))}`, report.ratios.memory);
  }
  const ended = measured.flatMap(({ superseded }) => superseded);
  console.log(
    `an older evaluation has ended ${median(ended).toFixed(1)} ms after an edit, at most ${Math.max(...ended).toFixed(1)}`,
  );
  for (const [name, failure] of measured.flatMap(({ failures }) => [...failures])) {
    console.log(`${name} stopped: ${failure}`);
  }
}

const titles: Readonly<Record<Stage, string>> = {
  ingest: 'ingest',
  first: 'first evaluation',
  keystroke: 'keystroke: pattern added, removed, edited, exclusion toggled',
  counts: 'keystroke with the rows of each pattern, which ours counts at every keystroke',
  summarize: 'summarize and join',
  needle: 'one needle',
};

function printStage(stage: Stage, measured: readonly Measured[]): void {
  const ratios = stageRatios(stage, measured);
  console.log(titles[stage]);
  for (const [name, results] of valuesOf(measured, ({ stages }) => stages[stage])) {
    const steps = results.flat();
    if (steps.length === 0) continue;
    const wall = median(steps.map(({ milliseconds }) => milliseconds));
    const processor = median(steps.map(({ processorMilliseconds }) => processorMilliseconds));
    printLine(name, `${wall.toFixed(1)} (${processor.toFixed(1)})`, ratios);
  }
  if (stage === 'keystroke') printEdits(measured);
}

/** The keystrokes of each kind on their own: one with a new needle costs a scan, one that lengthens a needle does not. */
function printEdits(measured: readonly Measured[]): void {
  const [{ edits }] = measured;
  for (const kind of new Set(edits)) {
    const medians = [...valuesOf(measured, ({ stages }) => stages.keystroke)].map(([name, results]) => {
      const steps = results.flatMap((steps) => steps.filter((_, i) => edits[i] === kind));
      return `${name} ${steps.length === 0 ? '-' : median(steps.map((step) => step.milliseconds)).toFixed(1)}`;
    });
    console.log(`    ${kind}: ${medians.join(', ')}`);
  }
}

/** What each contender has, ours first and once beside each peer. */
function valuesOf<T>(
  measured: readonly Measured[],
  part: (beside: Measured) => ReadonlyMap<ContenderName, T>,
): ReadonlyMap<ContenderName, readonly T[]> {
  const values = new Map<ContenderName, T[]>();
  for (const [name, value] of measured.flatMap((beside) => [...part(beside)])) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

function printLine(name: ContenderName, value: string, ratios: PeerRatios): void {
  const ratio = name === 'penumbra' ? undefined : ratios[name];
  console.log(`  ${name.padEnd(14)} ${value.padStart(22)}${ratio === undefined ? '' : `   × ${ratio}`}`);
}

/** The median over steps of peer ÷ ours: steps of one kind ran one after the other, so that both met the same machine. */
function stageRatios(stage: Stage, measured: readonly Measured[]): PeerRatios {
  return peersOnly(
    measured.flatMap(({ stages }) => {
      const ours = stages[stage].get('penumbra')!;
      return [...stages[stage]]
        .filter(([, { length }]) => length === ours.length)
        .map(
          ([name, steps]) => [name, median(steps.map((step, i) => step.milliseconds / ours[i].milliseconds))] as const,
        );
    }),
  );
}

function memoryRatios(measured: readonly Measured[]): PeerRatios {
  return peersOnly(
    measured.flatMap(({ peakMegabytes }) =>
      [...peakMegabytes].map(([name, peak]) => [name, peak / peakMegabytes.get('penumbra')!] as const),
    ),
  );
}

function peersOnly(ratios: readonly (readonly [ContenderName, number])[]): PeerRatios {
  return Object.fromEntries(
    ratios.filter(([name]) => name !== 'penumbra').map(([name, ratio]) => [name, Number(ratio.toPrecision(3))]),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
