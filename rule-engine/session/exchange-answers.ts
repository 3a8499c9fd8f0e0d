import { compile } from '../kusto/compile.ts';
import type { Globals } from '../kusto/globals.ts';
import type { ExportedRule } from '../rule/exchange/exchanged-rule.ts';
import { exportRule } from '../rule/exchange/export-rule.ts';
import { type RuleOfFiles, readRuleFiles } from '../rule/exchange/read-rule-files.ts';
import { composeQuery } from '../rule/segments.ts';
import { splitQuery } from '../rule/split-query.ts';
import type { LanguageMethods } from './protocol/language-methods.ts';

/** Reads a rule of files; its query is cut into segments by its syntax. */
export function importedRule({ files }: LanguageMethods['import-rule']['params'], globals: Globals): RuleOfFiles {
  return readRuleFiles(files, (query) => splitQuery(query, globals));
}

/** Writes a rule in a format. */
export function exportedRule(
  { metadata, segments, format }: LanguageMethods['export-rule']['params'],
  globals: Globals,
): ExportedRule {
  const { plan } = compile(composeQuery(segments).text, globals);
  return exportRule({ metadata, segments, plan }, format);
}
