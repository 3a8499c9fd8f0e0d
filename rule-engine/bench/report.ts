import type { Measured, Stage, StageResults } from './measurement.ts';
import type { ContenderName } from './steps.ts';

type PeerRatios = Partial<Record<Exclude<ContenderName, 'penumbra'>, number>>;

/** How many times less ours takes than each peer. */
export interface Ratios {
  readonly ingest: PeerRatios;
  readonly first: PeerRatios;
  readonly keystroke: PeerRatios;
  readonly memory: PeerRatios;
}

export function ratiosOf({ stages, peakMegabytes }: Measured): Ratios {
  const ours = peakMegabytes.get('penumbra')!;
  const memory = [...peakMegabytes].map(([name, peak]) => [name, rounded(peak / ours)] as const);
  return {
    ingest: stageRatios(stages.ingest),
    first: stageRatios(stages.first),
    keystroke: stageRatios(stages.keystroke),
    memory: peersOnly(memory),
  };
}

export function printReport(report: {
  readonly rows: number;
  readonly format: string;
  readonly measured: Measured;
  readonly ratios: Ratios;
}): void {
  const { measured, rows, format } = report;
  console.log(`${rows.toLocaleString('en')} events as ${format}, ${measured.hits.toLocaleString('en')} hits\n`);
  console.log('Medians in milliseconds (of the processor in brackets), and how many times less ours takes:\n');
  for (const stage of Object.keys(titles) as Stage[]) printStage(stage, measured);
  console.log('peak memory in MB');
  for (const [name, peak] of measured.peakMegabytes) printLine(name, `${Math.round(peak)}`, report.ratios.memory);
  const ended = measured.superseded;
  console.log(
    `an older evaluation has ended ${median(ended).toFixed(1)} ms after an edit, at most ${Math.max(...ended).toFixed(1)}`,
  );
  for (const [name, failure] of measured.failures) console.log(`${name} stopped: ${failure}`);
}

const titles: Readonly<Record<Stage, string>> = {
  ingest: 'ingest',
  first: 'first evaluation',
  keystroke: 'keystroke: pattern added, removed, edited, exclusion toggled',
  counts: 'keystroke with the rows of each pattern, which ours counts at every keystroke',
  summarize: 'summarize and join',
  needle: 'one needle',
};

function printStage(stage: Stage, { stages, edits }: Measured): void {
  const results = stages[stage];
  const ratios = stageRatios(results);
  console.log(titles[stage]);
  for (const [name, steps] of results) {
    if (steps.length === 0) continue;
    const wall = median(steps.map(({ milliseconds }) => milliseconds));
    const processor = median(steps.map(({ processorMilliseconds }) => processorMilliseconds));
    printLine(name, `${wall.toFixed(1)} (${processor.toFixed(1)})`, ratios);
  }
  if (stage === 'keystroke') printEdits(results, edits);
}

/** The keystrokes of each kind on their own: one with a new needle costs a scan, one that lengthens a needle does not. */
function printEdits(results: StageResults, edits: Measured['edits']): void {
  for (const kind of new Set(edits)) {
    const ofKind = [...results].map(([name, steps]) => [name, steps.filter((_, i) => edits[i] === kind)] as const);
    const medians = ofKind.map(
      ([name, steps]) =>
        `${name} ${steps.length === 0 ? '-' : median(steps.map((step) => step.milliseconds)).toFixed(1)}`,
    );
    console.log(`    ${kind}: ${medians.join(', ')}`);
  }
}

function printLine(name: ContenderName, value: string, ratios: PeerRatios): void {
  const ratio = name === 'penumbra' ? undefined : ratios[name];
  console.log(`  ${name.padEnd(14)} ${value.padStart(22)}${ratio === undefined ? '' : `   × ${ratio}`}`);
}

/** The median over steps of peer ÷ ours: steps of one kind ran one after the other, so that both met the same machine. */
function stageRatios(results: StageResults): PeerRatios {
  const ours = results.get('penumbra')!;
  const entries = [...results].flatMap(([name, steps]) => {
    if (steps.length < ours.length) return [];
    return [[name, rounded(median(steps.map((step, i) => step.milliseconds / ours[i].milliseconds)))] as const];
  });
  return peersOnly(entries);
}

function peersOnly(entries: readonly (readonly [ContenderName, number])[]): PeerRatios {
  return Object.fromEntries(entries.filter(([name]) => name !== 'penumbra'));
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
