import { type EventLabel, type LabelVerdict, labelVerdicts } from './label.ts';

/** A label by the columns that tell a row of the samples apart, as their generator writes it. */
export interface RowLabel {
  readonly deviceName: string;
  readonly reportId: string;
  /** ISO 8601 with seven decimals. */
  readonly timestamp: string;
  readonly label: EventLabel;
}

/** A file of labels, read. */
export interface LabelFile {
  readonly byFingerprint: readonly (readonly [fingerprint: string, label: EventLabel])[];
  readonly byRow: readonly RowLabel[];
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** More errors are not listed. */
const MOST_ERRORS = 100;

/** A benign event that the rule must not report is as good as a labelled false positive. */
const VERDICTS: Readonly<Record<string, LabelVerdict>> = {
  ...Object.fromEntries(labelVerdicts.map((verdict) => [verdict.toLowerCase(), verdict])),
  benign: 'FP',
};

/** Reads NDJSON with a label a line: by fingerprint, or by `DeviceName`, `ReportId` and `Timestamp`. Never throws. */
export function parseLabelFile(text: string): LabelFile {
  const byFingerprint: (readonly [string, EventLabel])[] = [];
  const byRow: RowLabel[] = [];
  const errors: { line: number; message: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const label = parseLine(line);
    if (typeof label === 'string') {
      if (errors.length < MOST_ERRORS) errors.push({ line: index + 1, message: label });
    } else if ('fingerprint' in label) byFingerprint.push([label.fingerprint, label.label]);
    else byRow.push(label);
  }
  return { byFingerprint, byRow, errors };
}

/** The label of a line, or what is wrong with it. */
function parseLine(line: string): { readonly fingerprint: string; readonly label: EventLabel } | RowLabel | string {
  const fields = parseObject(line);
  if (fields === undefined) return 'This is no JSON object';
  const given = textOf(fields.verdict) || textOf(fields.label);
  const verdict = Object.hasOwn(VERDICTS, given.toLowerCase()) ? VERDICTS[given.toLowerCase()] : undefined;
  if (verdict === undefined) return `The verdict must be TP, FP or unsure, and is '${given.slice(0, 40)}'`;
  const scenario = [fields.scenario, fields.event].map(textOf).filter((part) => part !== '');
  const label: EventLabel = { verdict, note: textOf(fields.note) || scenario.join('/') };
  const fingerprint = textOf(fields.fingerprint);
  if (/^[0-9a-f]{16}$/i.test(fingerprint)) return { fingerprint: fingerprint.toLowerCase(), label };
  const [deviceName, reportId, timestamp] = [fields.DeviceName, fields.ReportId, fields.Timestamp].map(textOf);
  if (deviceName === '' || reportId === '' || timestamp === '') {
    return 'The event is told neither by a fingerprint nor by DeviceName, ReportId and Timestamp';
  }
  return { deviceName, reportId, timestamp, label };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
