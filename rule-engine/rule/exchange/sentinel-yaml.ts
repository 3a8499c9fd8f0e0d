import { stringify } from 'yaml';
import { durationMinutes, shortDuration } from '../duration.ts';
import { defaultMetadata, type EntityMapping, type RuleMetadata, type Schedule } from '../metadata.ts';
import { composeQuery } from '../segments.ts';
import { type YamlFields, yamlFields } from '../yaml-fields.ts';
import {
  ExchangeNotes,
  type ExportableRule,
  type ExportedRule,
  type ImportedRule,
  type QuerySplitter,
} from './exchanged-rule.ts';
import { requiredConnectors, sentinelSeverity, sentinelTactic, severityOf } from './sentinel-fields.ts';
import { checkSentinelLimits } from './sentinel-limits.ts';

/** A Sentinel analytics rule as its repositories keep them. */
export function toSentinelYaml({ metadata, segments }: ExportableRule): ExportedRule {
  const notes = new ExchangeNotes();
  const query = composeQuery(segments).text;
  checkSentinelLimits(metadata, query, notes);
  const { frequency, period } = metadata.schedule;
  const scheduled = {
    queryFrequency: shortDuration(frequency),
    queryPeriod: shortDuration(period),
    triggerOperator: 'gt',
    triggerThreshold: 0,
  };
  const rule = {
    id: metadata.id,
    name: metadata.title,
    description: metadata.description,
    severity: sentinelSeverity(metadata.severity),
    requiredDataConnectors: requiredConnectors(metadata.requiredTables),
    ...(frequency === 0 ? {} : scheduled),
    tactics: metadata.tactics.map(sentinelTactic),
    relevantTechniques: metadata.techniques,
    query,
    entityMappings: metadata.entities.map(({ type, fields }) => ({
      entityType: type,
      fieldMappings: fields.map(({ identifier, column }) => ({ identifier, columnName: column })),
    })),
    version: metadata.version,
    kind: frequency === 0 ? 'NRT' : 'Scheduled',
  };
  noteLeftOut(metadata, notes);
  return { text: stringify(rule, { lineWidth: 0, blockQuote: 'literal' }), diagnostics: notes.diagnostics };
}

function noteLeftOut(metadata: RuleMetadata, notes: ExchangeNotes): void {
  const lost = (['falsePositives', 'threats', 'references', 'dataSources'] as const).filter(
    (name) => metadata[name].length > 0,
  );
  if (lost.length > 0) notes.information('left-out', `Sentinel has no field for ${lost.join(', ')}`);
  notes.information('left-out', 'Sentinel has no field for confidence, tests and guide');
}

/** Fields that are known and not kept. */
const ignored = ['requiredDataConnectors', 'status', 'tags', 'triggerOperator', 'triggerThreshold', 'metadata'];

/** Reads a Sentinel analytics rule. What a rule package has no place for is named in the diagnostics. */
export function fromSentinelYaml(text: string, split: QuerySplitter): ImportedRule {
  const fields = yamlFields(text);
  const notes = new ExchangeNotes();
  const metadata: RuleMetadata = {
    ...defaultMetadata,
    id: fields.optionalText('id') ?? '',
    title: fields.text('name'),
    description: (fields.optionalText('description') ?? '').replace(/^'([\s\S]*)'\s*$/, '$1').trim(),
    version: fields.optionalText('version') ?? defaultMetadata.version,
    severity: severityOf(fields.optionalText('severity') ?? 'medium') ?? 'medium',
    tactics: fields.texts('tactics'),
    techniques: fields.texts('relevantTechniques'),
    requiredTables: fields.mappings('requiredDataConnectors').flatMap((connector) => connector.texts('dataTypes')),
    schedule: scheduleOf(fields),
    entities: fields.mappings('entityMappings').map(entityOf),
  };
  const threshold = fields.number('triggerThreshold') ?? 0;
  if ((fields.optionalText('triggerOperator') ?? 'gt') !== 'gt' || threshold !== 0) {
    notes.warning(
      'left-out',
      'A trigger other than more than 0 results is not kept',
      fields.spanOf('triggerThreshold'),
    );
  }
  const segments = split(fields.text('query'));
  for (const name of ignored) fields.has(name);
  for (const [name, span] of fields.unread()) notes.information('left-out', `${name} is not kept`, span);
  return { metadata, segments, diagnostics: [...fields.problems.diagnostics, ...notes.diagnostics] };
}

function scheduleOf(fields: YamlFields): Schedule {
  if (fields.optionalText('kind')?.toUpperCase() === 'NRT') return { frequency: 0, period: 0 };
  const minutes = (name: string, fallback: number): number => {
    const text = fields.optionalText(name);
    const value = text === undefined ? fallback : durationMinutes(text);
    if (value === undefined) {
      fields.problems.report('not-a-duration', `${name} must be a duration such as 1h`, fields.spanOf(name));
    }
    return value ?? fallback;
  };
  const { frequency, period } = defaultMetadata.schedule;
  return { frequency: minutes('queryFrequency', frequency), period: minutes('queryPeriod', period) };
}

function entityOf(fields: YamlFields): EntityMapping {
  return {
    type: fields.text('entityType'),
    fields: fields
      .mappings('fieldMappings')
      .map((field) => ({ identifier: field.text('identifier'), column: field.text('columnName') })),
  };
}
