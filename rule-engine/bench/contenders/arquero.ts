import { readFile } from 'node:fs/promises';
import { type ColumnTable, desc, from, fromCSV, op, escape as rowFunction } from 'arquero';
import { type BenchRule, fileNames, flags, hasAnyExpression } from '../bench-rule.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS } from '../contender.ts';

type Row = Readonly<Record<string, string>>;

/** Arquero, a column library in JavaScript. */
export class Arquero implements Contender {
  private table: ColumnTable | undefined;

  async ingest(path: string): Promise<void> {
    const bytes = await readFile(path);
    this.table = path.endsWith('.ndjson')
      ? from(jsonLines(bytes))
      : fromCSV(bytes.toString('utf8'), { autoType: false });
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const hits = this.find(rule);
    const newest = hits.orderby(desc('Timestamp')).slice(0, SHOWN_ROWS);
    return { count: hits.numRows(), shown: lines(newest).length };
  }

  async hits(rule: BenchRule): Promise<readonly string[]> {
    return lines(this.find(rule));
  }

  async summarize(rule: BenchRule): Promise<readonly string[]> {
    const groups = this.find({ ...rule, exclusions: [] })
      .groupby('DeviceName', 'AccountName')
      .rollup({ Runs: op.count() });
    const shells = this.loaded
      .filter(rowFunction((row: Row) => row.InitiatingProcessFileName.toLowerCase() === 'cmd.exe'))
      .groupby('DeviceName')
      .rollup({ Shells: op.count() });
    const joined = groups.join(shells, 'DeviceName').objects() as Readonly<Record<string, unknown>>[];
    return joined.map((row) => [row.DeviceName, row.AccountName, row.Runs, row.Shells].join('\t'));
  }

  async countPatterns({ patterns }: BenchRule): Promise<readonly number[]> {
    const expressions = patterns.map((pattern) => new RegExp(hasAnyExpression([pattern]), 'i'));
    return expressions.map((expression) =>
      this.loaded.filter(rowFunction((row: Row) => expression.test(row.ProcessCommandLine))).numRows(),
    );
  }

  async countNeedle(needle: string): Promise<number> {
    const expression = new RegExp(hasAnyExpression([needle]), 'i');
    return this.loaded.filter(rowFunction((row: Row) => expression.test(row.ProcessCommandLine))).numRows();
  }

  private get loaded(): ColumnTable {
    if (this.table === undefined) throw new Error('Nothing was loaded');
    return this.table;
  }

  private find({ patterns, exclusions }: BenchRule): ColumnTable {
    const inFile = new RegExp(hasAnyExpression(fileNames), 'i');
    const inCommand = new RegExp(hasAnyExpression(patterns), 'i');
    const excluded = exclusions.map((exclusion) => ({
      ...exclusion,
      expression: new RegExp(hasAnyExpression(exclusion.needles), 'i'),
    }));
    return this.loaded
      .filter(rowFunction((row: Row) => inFile.test(row.FileName) || inCommand.test(row.ProcessCommandLine)))
      .filter(
        rowFunction(
          (row: Row) =>
            !excluded.some(
              ({ parent, file, expression }) =>
                row.InitiatingProcessFileName.toLowerCase() === parent &&
                row.FileName.toLowerCase() === file &&
                expression.test(row.ProcessCommandLine),
            ),
        ),
      )
      .reify();
  }
}

function lines(table: ColumnTable): string[] {
  const expressions = Object.values(flags).map((needles) => new RegExp(hasAnyExpression(needles), 'i'));
  return (table.objects({ limit: Number.POSITIVE_INFINITY }) as Row[]).map((row) =>
    hitLine(
      [row.DeviceName, row.AccountName, row.ProcessCommandLine],
      expressions.map((expression) => expression.test(row.ProcessCommandLine)),
    ),
  );
}

function jsonLines(bytes: Buffer): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    rows.push(JSON.parse(bytes.toString('utf8', start, end)));
    start = end + 1;
  }
  return rows;
}
