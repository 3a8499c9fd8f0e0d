import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { durationMinutes } from './duration.ts';
import { type YamlFields, yamlFields } from './yaml-fields.ts';

export const severities = ['informational', 'low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

const confidences = ['low', 'medium', 'high'] as const;
type Confidence = (typeof confidences)[number];

/** How often the rule runs, and how far each run looks back, in minutes. A frequency of 0 is near real time (NRT). */
export interface Schedule {
  readonly frequency: number;
  readonly period: number;
}

/** An entity of an alert, as Sentinel's entity mappings have it: type, and its identifiers by result column. */
export interface EntityMapping {
  readonly type: string;
  readonly fields: readonly { readonly identifier: string; readonly column: string }[];
}

/** A named threat and what of it the rule can see. */
interface NamedThreat {
  readonly name: string;
  readonly sight: string;
}

/** rule.yaml. */
export interface RuleMetadata {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tactics: readonly string[];
  /** MITRE ATT&CK technique ids: `T1059.011`. */
  readonly techniques: readonly string[];
  readonly dataSources: readonly string[];
  readonly requiredTables: readonly string[];
  readonly schedule: Schedule;
  readonly entities: readonly EntityMapping[];
  readonly falsePositives: readonly string[];
  readonly threats: readonly NamedThreat[];
  readonly references: readonly string[];
}

/** What a rule without metadata, a plain query, is given. */
export const defaultMetadata: RuleMetadata = {
  id: '',
  title: 'Untitled rule',
  version: '1.0.0',
  description: '',
  severity: 'medium',
  confidence: 'medium',
  tactics: [],
  techniques: [],
  dataSources: [],
  requiredTables: [],
  schedule: { frequency: 24 * 60, period: 24 * 60 },
  entities: [],
  falsePositives: [],
  threats: [],
  references: [],
};

/** Reads rule.yaml. Spans are of its text; what is missing or wrong is reported and read as its default. */
export function parseMetadata(text: string): { metadata: RuleMetadata; diagnostics: readonly Diagnostic[] } {
  const fields = yamlFields(text);
  const metadata: RuleMetadata = {
    id: fields.text('id'),
    title: fields.text('title'),
    version: fields.optionalText('version') ?? defaultMetadata.version,
    description: fields.text('description'),
    severity: fields.oneOf('severity', severities, 'medium'),
    confidence: fields.oneOf('confidence', confidences, 'medium'),
    tactics: fields.texts('tactics'),
    techniques: techniques(fields),
    dataSources: fields.texts('dataSources'),
    requiredTables: fields.texts('requiredTables'),
    schedule: schedule(fields.mapping('schedule')),
    entities: fields.mappings('entities').map(entity),
    falsePositives: fields.texts('falsePositives'),
    threats: fields.mappings('threats').map((threat) => ({ name: threat.text('name'), sight: threat.text('sight') })),
    references: fields.texts('references'),
  };
  fields.rejectOthers();
  return { metadata, diagnostics: fields.problems.diagnostics };
}

function techniques(fields: YamlFields): readonly string[] {
  const ids = fields.texts('techniques');
  for (const id of ids) {
    if (/^T\d{4}(\.\d{3})?$/.test(id)) continue;
    fields.problems.report(
      'not-a-technique',
      `${id} is no ATT&CK technique id such as T1059.011`,
      fields.spanOf('techniques'),
    );
  }
  return ids;
}

function schedule(fields: YamlFields | undefined): Schedule {
  if (fields === undefined) return defaultMetadata.schedule;
  const minutes = (name: string): number => {
    const value = durationMinutes(fields.text(name));
    if (value !== undefined) return value;
    fields.problems.report(
      'not-a-duration',
      `schedule.${name} must be a duration such as 5m, 1h or 1d`,
      fields.spanOf(name),
    );
    return 24 * 60;
  };
  const result = { frequency: minutes('frequency'), period: minutes('period') };
  fields.rejectOthers();
  return result;
}

function entity(fields: YamlFields): EntityMapping {
  return {
    type: fields.text('type'),
    fields: fields
      .mappings('fields')
      .map((field) => ({ identifier: field.text('identifier'), column: field.text('column') })),
  };
}
