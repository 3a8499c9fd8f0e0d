import type { Table } from '../columnar/table.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import { valueText } from '../functions/value-text.ts';
import type { RowLabel } from './label-file.ts';

/** Rows looked at between two checkpoints. */
const BLOCK = 1 << 15;

/** The row of each label in a table, where it is there; none in a table that lacks the three columns. */
export async function findLabelledRows(
  labels: readonly RowLabel[],
  table: Table,
  checkpoint: () => Promise<void>,
): Promise<ReadonlyMap<RowLabel, number>> {
  const found = new Map<RowLabel, number>();
  const device = table.column('DeviceName');
  const report = table.column('ReportId');
  const time = table.column('Timestamp');
  if (device === undefined || report === undefined || time === undefined) return found;
  const byReport = new Map<string, RowLabel[]>();
  for (const label of labels) {
    const same = byReport.get(label.reportId);
    if (same === undefined) byReport.set(label.reportId, [label]);
    else same.push(label);
  }
  const devices = new Set(labels.map(({ deviceName }) => deviceName));
  const isDevice = device.kind === 'string' ? codesOf(devices, device.dictionary) : undefined;
  for (let row = 0; row < table.length; row++) {
    if (row % BLOCK === BLOCK - 1) await checkpoint();
    if (isDevice !== undefined && device.kind === 'string' && !isDevice.has(device.codes[row])) continue;
    const candidates = byReport.get(valueText(report.get(row), report.type));
    if (candidates === undefined) continue;
    const name = valueText(device.get(row), device.type);
    const stamp = time.get(row);
    for (const label of candidates) {
      if (label.deviceName === name && sameTime(stamp, label.timestamp)) found.set(label, row);
    }
  }
  return found;
}

function codesOf(values: ReadonlySet<string>, dictionary: { codeOf(value: string): number }): ReadonlySet<number> {
  return new Set([...values].map((value) => dictionary.codeOf(value)));
}

function sameTime(stamp: unknown, timestamp: string): boolean {
  return typeof stamp === 'bigint' ? stamp === parseDatetime(timestamp) : stamp === timestamp;
}
