/** What a row of the samples is: its scenario, its event within it, and whether it is an attack. */
export interface SampleRowLabel {
  readonly scenario: string;
  readonly event: string;
  readonly label: string;
}

/** Labels by the columns that tell rows apart. */
export class SampleLabels {
  private readonly byKey: ReadonlyMap<string, SampleRowLabel>;

  private constructor(byKey: ReadonlyMap<string, SampleRowLabel>) {
    this.byKey = byKey;
  }

  static readonly none = new SampleLabels(new Map());

  /** Reads `{ReportId, DeviceName, Timestamp, scenario, event, label}`, one a line. Throws with the line's number. */
  static parse(text: string): SampleLabels {
    const byKey = new Map<string, SampleRowLabel>();
    text.split('\n').forEach((line, index) => {
      if (line.trim() === '') return;
      const fields = parseLine(line, index + 1);
      const { scenario, event, label } = fields;
      byKey.set(rowKey(fields.DeviceName, fields.ReportId, fields.Timestamp), { scenario, event, label });
    });
    return new SampleLabels(byKey);
  }

  /** The label of a row; columns as Kusto's text, datetimes with seven decimals. */
  of(deviceName: string, reportId: string, timestamp: string): SampleRowLabel | undefined {
    return this.byKey.get(rowKey(deviceName, reportId, timestamp));
  }
}

function parseLine(line: string, number: number): Record<string, string> {
  try {
    return JSON.parse(line) as Record<string, string>;
  } catch {
    throw new Error(`Line ${number} of the labels is no JSON`);
  }
}

function rowKey(deviceName: string, reportId: string, timestamp: string): string {
  return `${deviceName}\n${reportId}\n${timestamp}`;
}
