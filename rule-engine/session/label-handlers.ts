import { type Checkpoint, makeCheckpoint } from '../base/checkpoint.ts';
import { NOWHERE } from '../base/span.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { valueText } from '../functions/value-text.ts';
import { identifyingColumns } from '../tuning/identifying-columns.ts';
import type { EventLabel, LabelRecord } from '../tuning/label.ts';
import { parseLabelFile } from '../tuning/label-file.ts';
import type { EventLabels } from './event-labels.ts';
import type { LabelImport, RowSelection, TuningMethods } from './protocol/tuning-methods.ts';
import type { Run } from './run.ts';
import type { Handlers } from './serve.ts';
import type { TuningHost } from './tuning-host.ts';

type LabelMethod = 'label' | 'set-labels' | 'labels' | 'row-labels' | 'import-labels' | 'export-labels';

/** The methods about labels. */
export function labelHandlers(labels: EventLabels, host: TuningHost): Handlers<Pick<TuningMethods, LabelMethod>> {
  return {
    label: async ({ label, ...selection }, { signal }) => {
      const checkpoint = makeCheckpoint(signal);
      const { run } = host.evaluatedRun(selection.view.run);
      await labels.settle(checkpoint);
      const fingerprints = await labels.fingerprintsFor(run, checkpoint);
      const rows = await selectedRows(selection, run, host, checkpoint);
      const events = new Set(Array.from(rows, (row) => fingerprints.of(row)));
      const labelOf = (event: string): EventLabel | null =>
        label && { verdict: label.verdict, note: label.note ?? labels.store.get(event)?.note ?? '' };
      return labels.store.set(Array.from(events, (event) => [event, labelOf(event)] as const));
    },
    'set-labels': ({ labels: given }) =>
      labels.store.set(given.map(({ fingerprint, label }) => [fingerprint, label] as const)),
    labels: async (_, { signal }) => {
      await labels.settle(makeCheckpoint(signal));
      return labels.store.records();
    },
    'row-labels': async ({ run: id, tab = 'all', rows }, { signal }) => {
      const checkpoint = makeCheckpoint(signal);
      const { run } = host.evaluatedRun(id);
      await labels.settle(checkpoint);
      const made = tab === 'hits' && !run.traceable;
      if (made || labels.store.isEmpty || labels.tableOf(run) === undefined) return rows.map(() => null);
      const fingerprints = await labels.fingerprintsFor(run, checkpoint);
      return rows.map((row) => (isRow(row, run) ? labels.store.get(fingerprints.of(row)) : null));
    },
    'import-labels': ({ text }, { signal }) => importLabels(text, labels, makeCheckpoint(signal)),
    'export-labels': async ({ run }, { signal }) => {
      const checkpoint = makeCheckpoint(signal);
      await labels.settle(checkpoint);
      const records = labels.store.records();
      const events = run === null ? [] : await eventsOf(records, host.evaluatedRun(run).run, labels, checkpoint);
      const lines = records.map((record, i) => JSON.stringify(events[i] ? { ...record, event: events[i] } : record));
      return new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/x-ndjson' });
    },
  };
}

async function selectedRows(
  { view, rows }: RowSelection,
  run: Run,
  host: TuningHost,
  checkpoint: Checkpoint,
): Promise<Iterable<number>> {
  if (view.tab === 'hits' && !run.traceable) {
    throw invalid('not-traceable', 'The query made these rows anew: label the events that they are made of', NOWHERE);
  }
  if (rows === undefined) return host.membersOf(view, checkpoint);
  const strange = rows.find((row) => !isRow(row, run));
  if (strange !== undefined) throw invalid('no-such-row', `There is no row ${strange}`, NOWHERE);
  return rows;
}

function isRow(row: number, run: Run): boolean {
  return Number.isInteger(row) && row >= 0 && row < run.base.physicalLength;
}

async function importLabels(text: string, labels: EventLabels, checkpoint: Checkpoint): Promise<LabelImport> {
  const { byFingerprint, byRow, errors } = parseLabelFile(text);
  const fresh = byFingerprint.filter(([fingerprint]) => labels.store.get(fingerprint) === null);
  const changes = [...labels.store.set(fresh), ...(await labels.await(byRow, checkpoint))];
  return { changes, read: byFingerprint.length + byRow.length, notLoaded: labels.waitingCount, errors };
}

/** The identifying columns of each labelled event that a run's table has, as text. */
async function eventsOf(
  records: readonly LabelRecord[],
  run: Run,
  labels: EventLabels,
  checkpoint: Checkpoint,
): Promise<readonly (Readonly<Record<string, string>> | undefined)[]> {
  const table = labels.tableOf(run);
  if (table === undefined) return [];
  const fingerprints = await labels.fingerprintsFor(run, checkpoint);
  const names = identifyingColumns(run.baseTable ?? '', table.schema);
  return records.map(({ fingerprint }) => {
    const [row] = fingerprints.rowsOf(fingerprint);
    if (row === undefined) return undefined;
    const event: Record<string, string> = {};
    for (const name of names) {
      const column = table.column(name);
      const value = column === undefined ? '' : valueText(column.get(row), column.type);
      if (value !== '') event[name] = value;
    }
    return event;
  });
}
