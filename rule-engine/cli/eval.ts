import { datetimeText } from '../functions/value-text.ts';
import { clockTicks, type EvaluationClock } from '../ingest/evaluation-clock.ts';
import { Workspace } from '../ingest/workspace.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { type Relation, rowCount } from '../operators/relation.ts';
import { composeQuery } from '../rule/segments.ts';
import { withBuiltInTables } from '../schema/catalogue.ts';
import { runQuery } from '../session/run-query.ts';
import { type CommandArguments, optionValue, parseArguments, UsageError } from './arguments.ts';
import { errorText } from './error-text.ts';
import { formatResult, resultFormats } from './format-result.ts';
import { diagnosticLine, readRule } from './read-rule.ts';
import { sourceFile } from './source-file.ts';

const usage = 'Usage: penumbra eval RULE --events FILE... [--now ISO|newest|wall] [--format table|json|csv|ndjson]\n';

/** Where a command writes: results, and what is said about them. */
export interface CommandOutput {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
}

export const standardOutput: CommandOutput = {
  result: (text) => process.stdout.write(text),
  message: (text) => process.stderr.write(text),
};

/**
 * `penumbra eval`: the rows that a rule finds in event files. Gives the exit code: 0, 1 when the rule or a file can't be
 * read or the query has an error, 2 when called wrongly.
 */
export async function evalCommand(args: readonly string[], output: CommandOutput = standardOutput): Promise<number> {
  try {
    const parsed = parseArguments(args, ['events', 'now', 'format']);
    const format = optionValue(parsed, 'format', resultFormats) ?? 'table';
    const [path, ...others] = parsed.positional;
    const events = parsed.options.get('events') ?? [];
    if (path === undefined || others.length > 0 || events.length === 0)
      throw new UsageError('A rule and events are needed');
    const result = await evaluateRule(path, events, clockOf(parsed), output);
    output.result(formatResult(result, format));
    return 0;
  } catch (error) {
    output.message(`${errorText(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    output.message(usage);
    return 2;
  }
}

async function evaluateRule(
  path: string,
  events: readonly string[],
  clock: EvaluationClock,
  output: CommandOutput,
): Promise<Relation> {
  const workspace = new Workspace();
  let rows = 0;
  for (const file of events) {
    const report = await workspace.load(await sourceFile(file));
    rows += report.records;
    for (const { line, message } of report.errors) {
      output.message(`${file}${line === undefined ? '' : `:${line}`}: ${message}\n`);
    }
  }
  const globals = makeGlobals(withBuiltInTables(workspace.tables()));
  const rule = await readRule(path, globals);
  for (const diagnostic of rule.diagnostics) output.message(diagnosticLine(diagnostic));
  if (rule.diagnostics.some(({ severity }) => severity === 'error')) throw new Error(`${path} can't be evaluated`);
  const now = clockTicks(clock, workspace.newestEvent());
  const result = await runQuery(composeQuery(rule.segments).text, globals, {
    catalogue: workspace,
    now,
    checkpoint: () => Promise.resolve(),
  });
  output.message(`${rowCount(result)} of ${rows} rows; evaluation clock ${datetimeText(now)}\n`);
  return result;
}

function clockOf(parsed: CommandArguments): EvaluationClock {
  const now = optionValue(parsed, 'now') ?? 'newest';
  return now === 'newest' || now === 'wall' ? { kind: now } : { kind: 'at', iso: now };
}
