import { type BenchRule, fileNames, flags, hasAnyExpression } from '../bench-rule.ts';

export const eventColumns = [
  'Timestamp',
  'DeviceName',
  'AccountName',
  'FileName',
  'ProcessCommandLine',
  'InitiatingProcessFileName',
  'InitiatingProcessCommandLine',
] as const;

/** The benchmark in DuckDB's SQL, in its fastest form: one regular expression a list. */
export function ingestSql(path: string): string {
  const types = eventColumns
    .map((name) => `'${name}': '${name === 'Timestamp' ? 'TIMESTAMP_NS' : 'VARCHAR'}'`)
    .join(', ');
  const reader = path.endsWith('.ndjson')
    ? `read_json('${path}', format = 'newline_delimited', columns = {${types}})`
    : `read_csv('${path}', header = true, columns = {${types}})`;
  return `CREATE TABLE events AS SELECT * FROM ${reader}`;
}

export function ruleSql(rule: BenchRule, limit: number | undefined): string {
  const flagged = Object.entries(flags).map(
    ([name, needles]) => `${matches('ProcessCommandLine', needles)} AS ${name}`,
  );
  const order = limit === undefined ? '' : `ORDER BY Timestamp DESC LIMIT ${limit}`;
  const hits = `SELECT *, count(*) OVER () AS Total FROM events WHERE ${conditionSql(rule)} ${order}`;
  return `SELECT Total, DeviceName, AccountName, ProcessCommandLine, ${flagged.join(', ')} FROM (${hits})`;
}

export function summarizeSql(rule: BenchRule): string {
  return `SELECT g.DeviceName, AccountName, Runs, Shells FROM
    (SELECT DeviceName, AccountName, count(*) AS Runs FROM events WHERE ${detectionSql(rule)} GROUP BY ALL) g
    JOIN (SELECT DeviceName, count(*) AS Shells FROM events
      WHERE lower(InitiatingProcessFileName) = 'cmd.exe' GROUP BY ALL) s ON g.DeviceName = s.DeviceName`;
}

export function patternsSql({ patterns }: BenchRule): string {
  const counts = patterns.map((pattern) => `count(*) FILTER (WHERE ${matches('ProcessCommandLine', [pattern])})`);
  return `SELECT ${counts.join(', ')} FROM events`;
}

export function needleSql(needle: string): string {
  return `SELECT count(*) AS Total FROM events WHERE ${matches('ProcessCommandLine', [needle])}`;
}

function conditionSql(rule: BenchRule): string {
  const excluded = rule.exclusions.map(
    ({ parent, file, needles }) =>
      ` AND NOT (lower(InitiatingProcessFileName) = '${parent}' AND lower(FileName) = '${file}'
        AND ${matches('ProcessCommandLine', needles)})`,
  );
  return `(${detectionSql(rule)})${excluded.join('')}`;
}

function detectionSql({ patterns }: BenchRule): string {
  return `${matches('FileName', fileNames)} OR ${matches('ProcessCommandLine', patterns)}`;
}

function matches(column: string, needles: readonly string[]): string {
  return `regexp_matches(${column}, '${hasAnyExpression(needles).replaceAll("'", "''")}', 'i')`;
}
