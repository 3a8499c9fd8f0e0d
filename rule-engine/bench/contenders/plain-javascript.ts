import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type BenchRule, fileNames, flags, hasAnyExpression } from '../bench-rule.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS } from '../contender.ts';
import { type BenchEvent, benchColumns } from '../generate-events.ts';
import { splitCsvLine } from './split-csv-line.ts';

type Row = Readonly<Record<(typeof benchColumns)[number], string>>;

/** What a page without an engine does: an array of objects and regular expressions. */
export class PlainJavaScript implements Contender {
  private rows: Row[] = [];

  async ingest(path: string): Promise<void> {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    const json = path.endsWith('.ndjson');
    let header = !json;
    for await (const line of lines) {
      if (header) header = false;
      else this.rows.push(json ? JSON.parse(line) : toRow(splitCsvLine(line) as unknown as BenchEvent));
    }
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const hits = this.find(rule);
    const newest = hits.sort((a, b) => (a.Timestamp < b.Timestamp ? 1 : -1)).slice(0, SHOWN_ROWS);
    return { count: hits.length, shown: newest.map((row) => this.toLine(row)).length };
  }

  async hits(rule: BenchRule): Promise<readonly string[]> {
    return this.find(rule).map((row) => this.toLine(row));
  }

  async summarize(rule: BenchRule): Promise<readonly string[]> {
    const groups = new Map<string, number>();
    for (const row of this.find({ ...rule, exclusions: [] })) {
      const key = `${row.DeviceName}\t${row.AccountName}`;
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
    const shells = new Map<string, number>();
    for (const row of this.rows) {
      if (row.InitiatingProcessFileName.toLowerCase() !== 'cmd.exe') continue;
      shells.set(row.DeviceName, (shells.get(row.DeviceName) ?? 0) + 1);
    }
    return [...groups].flatMap(([key, runs]) => {
      const count = shells.get(key.split('\t')[0]);
      return count === undefined ? [] : [`${key}\t${runs}\t${count}`];
    });
  }

  async countPatterns({ patterns }: BenchRule): Promise<readonly number[]> {
    const expressions = patterns.map((pattern) => new RegExp(hasAnyExpression([pattern]), 'i'));
    return expressions.map((expression) => this.rows.filter((row) => expression.test(row.ProcessCommandLine)).length);
  }

  async countNeedle(needle: string): Promise<number> {
    const expression = new RegExp(hasAnyExpression([needle]), 'i');
    return this.rows.filter((row) => expression.test(row.ProcessCommandLine)).length;
  }

  private find({ patterns, exclusions }: BenchRule): Row[] {
    const inFile = new RegExp(hasAnyExpression(fileNames), 'i');
    const inCommand = new RegExp(hasAnyExpression(patterns), 'i');
    const excluded = exclusions.map((exclusion) => ({
      ...exclusion,
      expression: new RegExp(hasAnyExpression(exclusion.needles), 'i'),
    }));
    return this.rows.filter((row) => {
      if (!inFile.test(row.FileName) && !inCommand.test(row.ProcessCommandLine)) return false;
      return !excluded.some(
        ({ parent, file, expression }) =>
          row.InitiatingProcessFileName.toLowerCase() === parent &&
          row.FileName.toLowerCase() === file &&
          expression.test(row.ProcessCommandLine),
      );
    });
  }

  private toLine(row: Row): string {
    const found = Object.values(flags).map((needles) =>
      new RegExp(hasAnyExpression(needles), 'i').test(row.ProcessCommandLine),
    );
    return hitLine([row.DeviceName, row.AccountName, row.ProcessCommandLine], found);
  }
}

function toRow(cells: BenchEvent): Row {
  return Object.fromEntries(benchColumns.map((column, i) => [column, cells[i]])) as unknown as Row;
}
