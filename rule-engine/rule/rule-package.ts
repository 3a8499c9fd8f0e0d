import { NOWHERE } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseMetadata, type RuleMetadata } from './metadata.ts';
import { type Segments, segmentNames } from './segments.ts';

/** The texts of a rule's guide. */
export interface RuleGuide {
  readonly tuning: string | undefined;
  readonly investigation: string | undefined;
  readonly response: string | undefined;
  /** KQL to look further with. */
  readonly hunting: string | undefined;
}

/** A rule as its folder has it. */
export interface RulePackage {
  readonly metadata: RuleMetadata;
  readonly segments: Segments;
  /** tests.yaml as text; undefined when the rule has no tests. */
  readonly tests: string | undefined;
  readonly guide: RuleGuide;
}

/** A diagnostic of one of a rule's files; its span is of that file. */
export interface FileDiagnostic extends Diagnostic {
  readonly file: string;
}

/** The files of a rule package that are read as text, by path within its folder. Samples are not among them. */
export const rulePackageFiles = [
  'rule.yaml',
  ...segmentNames.map((name) => `${name}.kql`),
  'tests.yaml',
  'guide/tuning.md',
  'guide/investigation.md',
  'guide/response.md',
  'guide/hunting.kql',
] as const;

/**
 * Puts a rule together from the texts of its files. rule.yaml and detection.kql are needed; any other file may be
 * missing. A rule with faulty metadata loads all the same, with defaults in its place.
 */
export function loadRulePackage(files: ReadonlyMap<string, string>): {
  rule: RulePackage;
  diagnostics: readonly FileDiagnostic[];
} {
  const diagnostics: FileDiagnostic[] = [];
  for (const file of ['rule.yaml', 'detection.kql']) {
    if (files.has(file)) continue;
    diagnostics.push({
      file,
      code: 'missing-file',
      severity: 'error',
      span: NOWHERE,
      message: `The rule has no ${file}`,
    });
  }
  const parsed = parseMetadata(files.get('rule.yaml') ?? '{}');
  if (files.has('rule.yaml')) diagnostics.push(...parsed.diagnostics.map((found) => ({ ...found, file: 'rule.yaml' })));
  const segment = (name: string) => files.get(`${name}.kql`) ?? '';
  const rule: RulePackage = {
    metadata: parsed.metadata,
    segments: {
      patterns: segment('patterns'),
      detection: segment('detection'),
      exclusions: segment('exclusions'),
      output: segment('output'),
    },
    tests: files.get('tests.yaml'),
    guide: {
      tuning: files.get('guide/tuning.md'),
      investigation: files.get('guide/investigation.md'),
      response: files.get('guide/response.md'),
      hunting: files.get('guide/hunting.kql'),
    },
  };
  return { rule, diagnostics };
}
