import { gzipSync } from 'node:zlib';

/** A file as Playwright gives it to a page. */
export interface SampleFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The host of all rows here: a search for it leaves the samples of the shipped rule out. */
export const host = 'journey-host';

interface ProcessRow {
  readonly Timestamp: string;
  readonly DeviceName: string;
  readonly AccountName: string;
  readonly FileName: string;
  readonly ProcessCommandLine: string;
}

const columns = ['Timestamp', 'DeviceName', 'AccountName', 'FileName', 'ProcessCommandLine'] as const;

/** One hit, `lua.exe` with `os.execute(`, and one row that the rule passes over. They lie within the samples' day. */
const rows: readonly ProcessRow[] = [
  row('2026-03-12T12:00:00.000Z', 'lua.exe', `lua.exe -e "os.execute('whoami')"`),
  row('2026-03-12T12:00:01.000Z', 'notepad.exe', 'notepad.exe notes.txt'),
];

function row(Timestamp: string, FileName: string, ProcessCommandLine: string): ProcessRow {
  return { Timestamp, DeviceName: host, AccountName: 'ana', FileName, ProcessCommandLine };
}

function csvText(): string {
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return [columns.join(','), ...rows.map((each) => columns.map((name) => quoted(each[name])).join(','))].join('\r\n');
}

function ndjsonText(): string {
  return rows.map((each) => JSON.stringify(each)).join('\n');
}

function file(name: string, mimeType: string, bytes: string | Buffer): SampleFile {
  return { name, mimeType, buffer: typeof bytes === 'string' ? Buffer.from(bytes) : bytes };
}

/** An export of the portal. */
export const csvFile = file('export.csv', 'text/csv', csvText());

/** The same rows, a JSON object a line. */
export const ndjsonFile = file('stream.ndjson', 'application/x-ndjson', ndjsonText());

/** The same rows, gzipped. */
export const gzipFile = file('export.csv.gz', 'application/gzip', gzipSync(csvText()));

/** The same rows as the advanced hunting API answers. */
export const huntingResponseFile = file(
  'hunting.json',
  'application/json',
  JSON.stringify({
    Stats: { ExecutionTime: 0.1 },
    Schema: columns.map((Name) => ({ Name, Type: Name === 'Timestamp' ? 'DateTime' : 'String' })),
    Results: rows,
  }),
);

/** Two good lines around one that is no JSON. */
export const damagedFile = file(
  'damaged.ndjson',
  'application/x-ndjson',
  `${JSON.stringify(rows[0])}\n{"FileName": lua\n${JSON.stringify(rows[1])}\n`,
);

/** The rows as text for the clipboard. */
export const pastedText = csvText();

/** The text of a CSV that takes a while to read. */
export function longCsv(): string {
  const line = '2026-03-12T12:00:00.000Z,long-host,ana,svchost.exe,svchost.exe -k netsvcs -p -s Schedule\n';
  return `${columns.join(',')}\n${line.repeat(300_000)}`;
}
