import type { TableCoverage } from '../ingest/column-coverage.ts';
import type { SourceReport } from '../ingest/source-report.ts';
import { Workspace } from '../ingest/workspace.ts';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { composeQuery } from '../rule/segments.ts';
import { builtInTables, withBuiltInTables } from '../schema/catalogue.ts';
import { readTables } from '../session/rule-coverage.ts';
import { optionValue, parseArguments, UsageError } from './arguments.ts';
import { errorText } from './error-text.ts';
import { type CommandOutput, standardOutput } from './eval.ts';
import { formatReport } from './format-report.ts';
import type { InspectedFile, UnreadableFile } from './inspected-file.ts';
import { readRule } from './read-rule.ts';
import { shippedRule } from './shipped-rule.ts';
import { sourceFile } from './source-file.ts';

const usage = 'Usage: penumbra inspect FILE... [--rule RULE] [--format json|text]\n';

/**
 * `penumbra inspect`: what was made of each file, a report each, as a JSON array or as text; the rule whose columns are
 * looked for is the one that comes with the workbench unless another is named. Gives the exit code: 0, 1 when a file
 * can't be opened, none of its records could be read or the rule has an error over it, 2 when called wrongly.
 */
export async function inspect(args: readonly string[], output: CommandOutput = standardOutput): Promise<number> {
  try {
    const parsed = parseArguments(args, ['rule', 'format'], ['rule', 'format']);
    const format = optionValue(parsed, 'format', ['json', 'text']) ?? 'json';
    const rule = optionValue(parsed, 'rule') ?? shippedRule();
    if (parsed.positional.length === 0) throw new UsageError('Files are needed');
    const query = rule === undefined ? undefined : await ruleQuery(rule);
    const reports: (InspectedFile | UnreadableFile)[] = [];
    for (const path of parsed.positional) reports.push(await inspectFile(path, query));
    output.result(format === 'json' ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(formatReport).join('\n'));
    return reports.every(isSound) ? 0 : 1;
  } catch (error) {
    output.message(`${errorText(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    output.message(usage);
    return 2;
  }
}

function isSound(report: InspectedFile | UnreadableFile): boolean {
  return !('error' in report) && report.records > 0 && report.ruleError === undefined;
}

async function ruleQuery(path: string): Promise<string> {
  const { segments } = await readRule(path, makeGlobals(builtInTables));
  return composeQuery(segments).text;
}

async function inspectFile(path: string, query: string | undefined): Promise<InspectedFile | UnreadableFile> {
  const workspace = new Workspace();
  let report: SourceReport;
  try {
    report = await workspace.load(await sourceFile(path));
  } catch (error) {
    return { name: path, error: errorText(error) };
  }
  if (query === undefined) return { ...report, name: path, coverage: [] };
  const coverage = coverageOf(query, workspace);
  if (typeof coverage !== 'string') return { ...report, name: path, coverage };
  return { ...report, name: path, coverage: [], ruleError: coverage };
}

/** The coverage, or why the rule can't be read over the tables that the file fills. */
function coverageOf(query: string, workspace: Workspace): readonly TableCoverage[] | string {
  const globals = makeGlobals(withBuiltInTables(workspace.tables()));
  const { plan, diagnostics } = compile(query, globals);
  if (plan === undefined) {
    const [first] = diagnostics.filter(({ severity }) => severity === 'error');
    return `The rule can't be read over this file: ${first?.message}`;
  }
  return readTables(plan, workspace).flatMap(({ coverage }) => coverage ?? []);
}
