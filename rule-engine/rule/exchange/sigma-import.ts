import { messageOf } from '../../base/error-message.ts';
import { defaultMetadata, type RuleMetadata, type Severity } from '../metadata.ts';
import type { Segments } from '../segments.ts';
import { type YamlFields, yamlFields } from '../yaml-fields.ts';
import { ExchangeNotes, type ImportedRule } from './exchanged-rule.ts';
import { parseSigmaCondition, type SigmaCondition } from './sigma-condition.ts';
import { selectionKql } from './sigma-selection.ts';

const levels: Readonly<Record<string, Severity>> = {
  informational: 'informational',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'high',
};

/**
 * Reads a Sigma rule of category process_creation as a rule over DeviceProcessEvents. Each negated part of its condition
 * is an exclusion of that name. What can't be said in KQL soundly is an error, and the rule then has no query.
 */
export function fromSigma(text: string): ImportedRule {
  const fields = yamlFields(text);
  const notes = new ExchangeNotes();
  const metadata = metadataOf(fields);
  const category = fields.mapping('logsource')?.optionalText('category');
  if (category !== 'process_creation') {
    notes.error(
      'unsupported',
      `Only Sigma rules of category process_creation are read; this one is of '${category ?? ''}'`,
      fields.spanOf('logsource'),
    );
  }
  let segments: Segments = { patterns: '', detection: '', exclusions: '', output: '' };
  const detection = fields.mapping('detection') ?? fields.missing('detection', undefined);
  if (detection !== undefined && !notes.failed) {
    try {
      segments = segmentsOf(detection);
    } catch (error) {
      notes.error('unsupported', messageOf(error), fields.spanOf('detection'));
    }
  }
  return { metadata, segments, diagnostics: [...fields.problems.diagnostics, ...notes.diagnostics] };
}

function segmentsOf(detection: YamlFields): Segments {
  const names = detection.names().filter((name) => name !== 'condition' && name !== 'timeframe');
  if (detection.has('timeframe')) throw new Error('timeframe is not supported: it belongs to an aggregation');
  const condition = parseSigmaCondition(detection.text('condition'), names);
  const selection = (name: string) => selectionKql(name, detection.value(name));
  const conjuncts = condition.kind === 'and' ? condition.operands : [condition];
  const found = conjuncts.filter((operand) => operand.kind !== 'not');
  const excluded = conjuncts.flatMap((operand) => (operand.kind === 'not' ? alternatives(operand.operand) : []));
  const where = found.map((operand) => `| where ${conditionKql(operand, selection, 'none')}\n`).join('');
  const exclusions = excluded.map(
    (operand) => `// ${nameOf(operand)}\n| where not(${conditionKql(operand, selection, 'none')})\n`,
  );
  return {
    patterns: '',
    detection: `DeviceProcessEvents\n${where}`,
    exclusions: exclusions.join(''),
    output: '',
  };
}

/** `not (a or b)` is two exclusions. */
function alternatives(condition: SigmaCondition): readonly SigmaCondition[] {
  return condition.kind === 'or' ? condition.operands : [condition];
}

function nameOf(condition: SigmaCondition): string {
  return condition.kind === 'selection' ? condition.name : 'part of the Sigma condition';
}

/** `within` is the operator that the text stands in, to put it in parentheses where needed. */
function conditionKql(
  condition: SigmaCondition,
  selection: (name: string) => string,
  within: 'and' | 'or' | 'none',
): string {
  switch (condition.kind) {
    case 'selection': {
      const text = selection(condition.name);
      return within === 'none' ? text : `(${text})`;
    }
    case 'not':
      return `not(${conditionKql(condition.operand, selection, 'none')})`;
    default: {
      const { kind } = condition;
      const text = condition.operands.map((operand) => conditionKql(operand, selection, kind)).join(`\n    ${kind} `);
      return within === 'none' ? text : `(${text})`;
    }
  }
}

function metadataOf(fields: YamlFields): RuleMetadata {
  const tags = fields.texts('tags');
  const techniques = tags.flatMap((tag) => /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag)?.[1].toUpperCase() ?? []);
  const tactics = tags.flatMap((tag) => /^attack\.([a-z][a-z_-]+)$/i.exec(tag)?.[1] ?? []);
  return {
    ...defaultMetadata,
    id: fields.optionalText('id') ?? '',
    title: fields.text('title'),
    description: fields.optionalText('description') ?? '',
    severity: levels[fields.optionalText('level') ?? ''] ?? 'medium',
    tactics: tactics.map((tactic) =>
      tactic
        .split(/[-_]/)
        .map((word) => word[0].toUpperCase() + word.slice(1))
        .join(''),
    ),
    techniques,
    requiredTables: ['DeviceProcessEvents'],
    falsePositives: fields.texts('falsepositives'),
    references: fields.texts('references'),
  };
}
