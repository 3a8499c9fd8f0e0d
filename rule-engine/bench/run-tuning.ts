/**
 * `npm run bench:tuning -- [--rows N] [--rounds N] [--json]`: what each question of the tuning loop costs after an edit, in
 * milliseconds of the processor, and how soon each gives way to a newer edit.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { eventFile } from './event-file.ts';
import { TuningMeasurement } from './tuning-measurement.ts';
import { printTuningReport } from './tuning-report.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});

const measurement = await TuningMeasurement.start(eventFile(Number(values.rows), 'csv'));
const measured = await measurement.measure(Number(values.rounds));
printTuningReport(Number(values.rows), measured, loadavg()[0]);
if (values.json) console.log(JSON.stringify(measured));
