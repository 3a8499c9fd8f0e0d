import type { ProcessColumns } from './process-event.ts';

const numeric = new Set([
  'FileSize',
  'ProcessId',
  'LogonId',
  'InitiatingProcessLogonId',
  'InitiatingProcessFileSize',
  'InitiatingProcessId',
  'InitiatingProcessParentId',
  'ReportId',
]);

/** A CSV as the Defender portal exports it: column names, ISO times, doubled quotes, CRLF. */
export function portalCsv(rows: readonly ProcessColumns[]): string {
  const names = Object.keys(rows[0]);
  const lines = rows.map((row) => names.map((name) => csvCell(row[name])).join(','));
  return `${[names.join(','), ...lines].join('\r\n')}\r\n`;
}

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Records of Defender's streaming API, one a line. */
export function streamingNdjson(rows: readonly ProcessColumns[]): string {
  const records = rows.map((row) => ({
    time: row.Timestamp,
    tenantId: '3f0b6c1e-7a52-4d57-9a1c-5b8f0c2d9e41',
    operationName: 'Publish',
    category: 'AdvancedHunting-DeviceProcessEvents',
    properties: emptyAsNull(row),
  }));
  return `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
}

/** A response of the advanced hunting API. */
export function huntingResponse(rows: readonly ProcessColumns[]): string {
  const schema = Object.keys(rows[0]).map((name) => ({ Name: name, Type: typeOf(name) }));
  const results = rows.map((row) => JSON.stringify(emptyAsNull(row)));
  return `{"Schema":${JSON.stringify(schema)},\n"Results":[\n${results.join(',\n')}\n]}\n`;
}

function typeOf(name: string): string {
  if (numeric.has(name)) return 'Int64';
  return name === 'Timestamp' || name.endsWith('CreationTime') ? 'DateTime' : 'String';
}

function emptyAsNull(row: ProcessColumns): ProcessColumns {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]));
}
