/**
 * `npm run bench -- [--rows N] [--format csv|ndjson] [--rounds N] [--peers a,b] [--json]`: our engine against its peers, the same
 * work on the same file, each in a process of its own, beside one peer after the other, step by step in turn.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { compiledNeedle } from './compile-queries.ts';
import { eventFile } from './event-file.ts';
import { type Measured, Measurement } from './measurement.ts';
import { commonHits, printReport, type Ratios, ratiosOf } from './report.ts';
import { type ContenderName, contenderNames } from './steps.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    format: { type: 'string', default: 'csv' },
    rounds: { type: 'string', default: '8' },
    peers: { type: 'string', default: contenderNames.slice(1).join(',') },
    json: { type: 'boolean', default: false },
  },
});

const rows = Number(values.rows);
const format = values.format === 'ndjson' ? 'ndjson' : 'csv';
const peers = contenderNames.filter((name) => values.peers.split(',').includes(name));
const path = eventFile(rows, format);

async function measureBeside(peer: ContenderName | undefined): Promise<Measured> {
  const measurement = await Measurement.beside(peer);
  try {
    return await measurement.measure(path, Number(values.rounds));
  } finally {
    measurement.stop();
  }
}

compiledNeedle('warm');
// The first contender would else be the one that waits for the disk.
await once(createReadStream(path).resume(), 'end');
const measured: Measured[] = [];
for (const peer of peers.length === 0 ? [undefined] : peers) measured.push(await measureBeside(peer));
const hits = commonHits(measured);
const ratios: Ratios = ratiosOf(measured);
printReport({ rows, format, hits, measured, ratios });
if (values.json) console.log(JSON.stringify({ rows, hits, ratios }));
