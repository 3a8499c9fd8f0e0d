/**
 * `npm run bench:tuning -- [--rows N] [--rounds N] [--broad] [--only QUESTION] [--json]`: what each question of the tuning loop costs after
 * an edit, in milliseconds of the processor, and how soon each gives way to a newer edit. `--broad`: for a rule that matches
 * a third of all events.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { baseRule, broadRule } from './bench-rule.ts';
import { eventFile } from './event-file.ts';
import { TuningMeasurement } from './tuning-measurement.ts';
import { printTuningReport } from './tuning-report.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    broad: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const measurement = await TuningMeasurement.start(eventFile(Number(values.rows), 'csv'));
const measured = await measurement.measure(values.broad ? broadRule : baseRule, Number(values.rounds), values.only);
printTuningReport(Number(values.rows), measured, loadavg()[0]);
if (values.json) console.log(JSON.stringify(measured));
