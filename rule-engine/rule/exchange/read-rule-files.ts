import { NOWHERE } from '../../base/span.ts';
import { defaultMetadata } from '../metadata.ts';
import { loadRulePackage, type RuleGuide } from '../rule-package.ts';
import { ExchangeNotes, type ImportedRule, type QuerySplitter } from './exchanged-rule.ts';
import { importRule, type RuleFormat, ruleFormat } from './import-rule.ts';
import { isRuleText, packageFileOf } from './recognize-rule.ts';

/** A file's name and its text. */
export interface RuleFile {
  readonly name: string;
  readonly text: string;
}

/** A rule that was read from files. */
export interface RuleOfFiles extends ImportedRule {
  readonly format: RuleFormat | 'package';
  readonly guide: RuleGuide;
}

const noGuide: RuleGuide = { tuning: undefined, investigation: undefined, response: undefined, hunting: undefined };

/**
 * Reads a rule of one file in any format, or of the files of a rule package: two or more of them, or a lone rule.yaml. An
 * error among the diagnostics says why there is no rule.
 */
export function readRuleFiles(files: readonly RuleFile[], split: QuerySplitter): RuleOfFiles {
  const [first, ...others] = files;
  const isPackage = files.every(({ name }) => packageFileOf(name) !== undefined);
  if (isPackage && (others.length > 0 || packageFileOf(first.name) === 'rule.yaml')) return readPackage(files);
  const title = first.name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  if (!isRuleText(first.name, first.text)) return { ...noRule(title), format: 'kql', guide: noGuide };
  const imported = importRule(first.text, title, split);
  return { ...imported, format: ruleFormat(first.text), guide: noGuide };
}

function noRule(title: string): ImportedRule {
  const notes = new ExchangeNotes();
  notes.error('unknown-format', 'This is no rule in KQL, YAML or JSON that is known here');
  const segments = { patterns: '', detection: '', exclusions: '', output: '' };
  return { metadata: { ...defaultMetadata, title }, segments, diagnostics: notes.diagnostics };
}

function readPackage(files: readonly RuleFile[]): RuleOfFiles {
  const texts = new Map(files.map(({ name, text }) => [packageFileOf(name) ?? name, text]));
  const { rule, diagnostics } = loadRulePackage(texts);
  const { metadata, segments, guide, tests } = rule;
  const message = 'tests.yaml is not kept: its samples are not among the files';
  const lost = { code: 'left-out', severity: 'information', span: NOWHERE, message } as const;
  return {
    metadata,
    segments,
    guide,
    format: 'package',
    diagnostics: tests === undefined ? diagnostics : [...diagnostics, lost],
  };
}
