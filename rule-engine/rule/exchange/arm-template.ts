import { durationMinutes, isoDuration } from '../duration.ts';
import { defaultMetadata, type RuleMetadata } from '../metadata.ts';
import { composeQuery } from '../segments.ts';
import {
  ExchangeNotes,
  type ExportableRule,
  type ExportedRule,
  type ImportedRule,
  type QuerySplitter,
} from './exchanged-rule.ts';
import { JsonFields } from './json-fields.ts';
import { sentinelSeverity, sentinelTactic, severityOf } from './sentinel-fields.ts';
import { checkSentinelLimits } from './sentinel-limits.ts';

/** A Sentinel analytics rule as an ARM template that deploys it into a workspace. */
export function toArmTemplate({ metadata, segments }: ExportableRule): ExportedRule {
  const notes = new ExchangeNotes();
  const query = composeQuery(segments).text;
  checkSentinelLimits(metadata, query, notes);
  notes.information('left-out', 'ARM has no field for confidence, references, false positives, tests and guide');
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { workspace: { type: 'String' } },
    resources: [
      {
        type: 'Microsoft.SecurityInsights/alertRules',
        apiVersion: '2023-12-01-preview',
        name: metadata.id,
        scope: "[concat('Microsoft.OperationalInsights/workspaces/', parameters('workspace'))]",
        kind: metadata.schedule.frequency === 0 ? 'NRT' : 'Scheduled',
        properties: properties(metadata, query),
      },
    ],
  };
  return { text: `${JSON.stringify(template, undefined, 2)}\n`, diagnostics: notes.diagnostics };
}

function properties(metadata: RuleMetadata, query: string) {
  const { frequency, period } = metadata.schedule;
  const scheduled = {
    queryFrequency: isoDuration(frequency),
    queryPeriod: isoDuration(period),
    triggerOperator: 'GreaterThan',
    triggerThreshold: 0,
  };
  return {
    displayName: metadata.title,
    description: metadata.description,
    severity: sentinelSeverity(metadata.severity),
    enabled: true,
    query,
    ...(frequency === 0 ? {} : scheduled),
    suppressionDuration: 'PT5H',
    suppressionEnabled: false,
    tactics: metadata.tactics.map(sentinelTactic),
    techniques: [...new Set(metadata.techniques.map((id) => id.split('.')[0]))],
    subTechniques: metadata.techniques.filter((id) => id.includes('.')),
    entityMappings: metadata.entities.map(({ type, fields }) => ({
      entityType: type,
      fieldMappings: fields.map(({ identifier, column }) => ({ identifier, columnName: column })),
    })),
    templateVersion: metadata.version,
  };
}

const kept = [
  'displayName',
  'description',
  'severity',
  'query',
  'queryFrequency',
  'queryPeriod',
  'tactics',
  'techniques',
  'subTechniques',
  'entityMappings',
  'templateVersion',
  'enabled',
  'suppressionDuration',
  'suppressionEnabled',
];

/** Reads the first alert rule of an ARM template. */
export function fromArmTemplate(template: JsonFields, split: QuerySplitter): ImportedRule {
  const notes = new ExchangeNotes();
  const rules = template.objects('resources').filter((resource) => /alertRules/i.test(resource.text('type')));
  if (rules.length > 1) notes.warning('left-out', `The template has ${rules.length} rules: the first was taken`);
  const resource = rules[0] ?? new JsonFields({});
  const fields = resource.object('properties');
  if (fields.text('query') === '') notes.error('missing-field', 'The template has no alert rule with a query');
  const minutes = (name: string, fallback: number) => durationMinutes(fields.text(name)) ?? fallback;
  const realTime = /^NRT$/i.test(resource.text('kind'));
  const techniques = fields.texts('techniques');
  const subTechniques = fields.texts('subTechniques');
  const metadata: RuleMetadata = {
    ...defaultMetadata,
    id: /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i.exec(resource.text('name'))?.[0] ?? resource.text('name'),
    title: fields.text('displayName') || defaultMetadata.title,
    description: fields.text('description'),
    version: fields.text('templateVersion') || defaultMetadata.version,
    severity: severityOf(fields.text('severity')) ?? 'medium',
    tactics: fields.texts('tactics'),
    techniques: [
      ...techniques.filter((id) => !subTechniques.some((sub) => sub.startsWith(`${id}.`))),
      ...subTechniques,
    ],
    schedule: realTime
      ? { frequency: 0, period: 0 }
      : { frequency: minutes('queryFrequency', 24 * 60), period: minutes('queryPeriod', 24 * 60) },
    entities: fields.objects('entityMappings').map((entity) => ({
      type: entity.text('entityType'),
      fields: entity
        .objects('fieldMappings')
        .map((field) => ({ identifier: field.text('identifier'), column: field.text('columnName') })),
    })),
  };
  const trigger = [fields.text('triggerOperator') || 'GreaterThan', fields.text('triggerThreshold') || '0'];
  if (trigger.join() !== 'GreaterThan,0')
    notes.warning('left-out', 'A trigger other than more than 0 results is not kept');
  for (const name of fields.names()) {
    if (!kept.includes(name) && !name.startsWith('trigger')) notes.information('left-out', `${name} is not kept`);
  }
  return { metadata, segments: split(fields.text('query')), diagnostics: notes.diagnostics };
}
