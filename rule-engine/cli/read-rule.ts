import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Globals } from '../kusto/globals.ts';
import type { ImportedRule } from '../rule/exchange/exchanged-rule.ts';
import { importRule } from '../rule/exchange/import-rule.ts';
import { type FileDiagnostic, loadRulePackage, type RulePackage, rulePackageFiles } from '../rule/rule-package.ts';
import { splitQuery } from '../rule/split-query.ts';

/** A rule that was read from a folder or a file. */
export interface ReadRule extends Pick<RulePackage, 'metadata' | 'segments' | 'tests'> {
  /** The rule's folder; undefined when it was one file. */
  readonly folder: string | undefined;
  readonly diagnostics: readonly FileDiagnostic[];
}

/** Reads a rule: a folder with a rule.yaml, a .kql file, or a rule of Sentinel, Defender or Sigma. Rejects when it can't. */
export async function readRule(path: string, globals: Globals): Promise<ReadRule> {
  if ((await stat(path)).isDirectory()) return readFolder(path);
  const text = await readFile(path, 'utf8');
  const imported: ImportedRule = importRule(text, basename(path, extname(path)), (query) => splitQuery(query, globals));
  return {
    metadata: imported.metadata,
    segments: imported.segments,
    tests: undefined,
    folder: undefined,
    diagnostics: imported.diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })),
  };
}

async function readFolder(folder: string): Promise<ReadRule> {
  const files = new Map<string, string>();
  for (const name of rulePackageFiles) {
    const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text !== undefined) files.set(name, text);
  }
  const { rule, diagnostics } = loadRulePackage(files);
  return {
    ...rule,
    folder,
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file: join(folder, diagnostic.file) })),
  };
}

/** A diagnostic in one line. */
export function diagnosticLine({ file, severity, code, message }: FileDiagnostic): string {
  return `${file}: ${severity} ${code}: ${message}\n`;
}
