import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { huntingResponse, portalCsv, streamingNdjson } from './samples/formats.ts';
import type { ProcessColumns, ProcessEvent } from './samples/process-event.ts';
import type { SampleScenario } from './samples/scenario.ts';
import { atomicLinux, atomicWindows } from './samples/scenarios/atomic.ts';
import { backgroundLinux } from './samples/scenarios/background-linux.ts';
import { backgroundWindows } from './samples/scenarios/background-windows.ts';
import { livingOffTheLand } from './samples/scenarios/living-off-the-land.ts';
import { lookalikes } from './samples/scenarios/lookalikes.ts';
import { namedFalsePositives } from './samples/scenarios/named-false-positives.ts';
import { threats } from './samples/scenarios/threats.ts';
import { unnamedFalsePositives } from './samples/scenarios/unnamed-false-positives.ts';
import { simulate } from './samples/simulate.ts';

/** Where the samples of the shipped rule lie, from the project's folder. */
export const samplesFolder = 'public/rules/t1059-011-lua/samples';

const seed = 1059011;

interface SampleFile {
  readonly name: string;
  /** What the page shows of it. */
  readonly title: string;
  readonly scenarios: readonly SampleScenario[];
  readonly write: (rows: readonly ProcessColumns[]) => string;
}

const files: readonly SampleFile[] = [
  { name: 'atomic-windows.csv', title: 'The three tests on Windows', scenarios: atomicWindows, write: portalCsv },
  { name: 'atomic-linux.ndjson', title: 'The three tests on Linux', scenarios: atomicLinux, write: streamingNdjson },
  { name: 'threats.csv', title: 'Named threats', scenarios: threats, write: portalCsv },
  {
    name: 'living-off-the-land.ndjson',
    title: 'Known ways to run commands through Lua, and forms that evade',
    scenarios: livingOffTheLand,
    write: streamingNdjson,
  },
  {
    name: 'lookalikes.json',
    title: 'Attacks that look like an excluded tool',
    scenarios: lookalikes,
    write: huntingResponse,
  },
  {
    name: 'named-false-positives.json',
    title: 'Games, servers, network tools',
    scenarios: namedFalsePositives,
    write: huntingResponse,
  },
  {
    name: 'unnamed-false-positives.ndjson.gz',
    title: 'Node.js, Python, editors, documents, builds',
    scenarios: unnamedFalsePositives,
    write: streamingNdjson,
  },
  {
    name: 'background-windows.csv.gz',
    title: 'An ordinary day on Windows',
    scenarios: backgroundWindows,
    write: portalCsv,
  },
  {
    name: 'background-linux.ndjson.gz',
    title: 'An ordinary day on Linux',
    scenarios: backgroundLinux,
    write: streamingNdjson,
  },
];

/** All files of the samples by name: the telemetry, `labels.ndjson` and `manifest.json`. Always the same bytes. */
export function generateSamples(): ReadonlyMap<string, Uint8Array> {
  const events = simulate(
    files.flatMap((file) => file.scenarios),
    seed,
  );
  const made = new Map<string, Uint8Array>();
  const listed = files.map((file) => {
    const ids = new Set(file.scenarios.map((scenario) => scenario.id));
    const rows = events.filter((event) => ids.has(event.scenario)).map((event) => event.columns);
    const bytes = new TextEncoder().encode(file.write(rows));
    const stored = file.name.endsWith('.gz') ? gzipSync(bytes, { mtime: 0 }) : bytes;
    made.set(file.name, stored);
    return { file: file.name, title: file.title, rows: rows.length, bytes: stored.length };
  });
  made.set('labels.ndjson', new TextEncoder().encode(events.map(labelLine).join('')));
  const manifest = { description: 'Generated telemetry of the Lua rule', labels: 'labels.ndjson', files: listed };
  made.set('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`));
  return made;
}

function labelLine({ columns, scenario, event, label }: ProcessEvent): string {
  const { ReportId, DeviceName, Timestamp } = columns;
  return `${JSON.stringify({ ReportId, DeviceName, Timestamp, scenario, event, label })}\n`;
}

/** Writes the samples into a folder. */
export function writeSamples(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of generateSamples()) writeFileSync(join(folder, name), bytes);
}
