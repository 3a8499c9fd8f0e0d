import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { exportFormats, exportRule } from '../rule/exchange/export-rule.ts';
import { composeQuery } from '../rule/segments.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { optionValue, parseArguments, UsageError } from './arguments.ts';
import { errorText } from './error-text.ts';
import { type CommandOutput, standardOutput } from './eval.ts';
import { diagnosticLine, readRule } from './read-rule.ts';

/**
 * `penumbra convert`: a rule in another tool's form; limits and losses go to the messages. Gives the exit code: 0, 1 when
 * the other form can't hold the rule or breaks its limits, 2 when called wrongly.
 */
export async function convertCommand(args: readonly string[], output: CommandOutput = standardOutput): Promise<number> {
  try {
    const parsed = parseArguments(args, ['to']);
    const format = optionValue(parsed, 'to', exportFormats);
    const [path, ...others] = parsed.positional;
    if (path === undefined || others.length > 0 || format === undefined)
      throw new UsageError('A rule and a form are needed');
    const globals = makeGlobals(builtInTables);
    const rule = await readRule(path, globals);
    for (const diagnostic of rule.diagnostics) output.message(diagnosticLine(diagnostic));
    if (rule.diagnostics.some(({ severity }) => severity === 'error')) throw new Error(`${path} can't be converted`);
    const { plan } = compile(composeQuery(rule.segments).text, globals);
    const exported = exportRule({ metadata: rule.metadata, segments: rule.segments, plan }, format);
    for (const diagnostic of exported.diagnostics) output.message(diagnosticLine({ ...diagnostic, file: path }));
    if (exported.text !== undefined) output.result(exported.text);
    return exported.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    output.message(`${errorText(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    output.message(`Usage: penumbra convert RULE --to ${exportFormats.join('|')}\n`);
    return 2;
  }
}
