import type { RuleMetadata } from '../metadata.ts';
import type { ExchangeNotes } from './exchanged-rule.ts';

const fiveMinutes = 5;
const fourteenDays = 14 * 24 * 60;

/**
 * Reports what Sentinel would refuse in a scheduled rule.
 * @see https://learn.microsoft.com/azure/sentinel/sentinel-analytic-rules-creation
 */
export function checkSentinelLimits(metadata: RuleMetadata, query: string, notes: ExchangeNotes): void {
  const limit = (what: string, length: number, most: number) => {
    if (length > most) notes.error('too-long', `Sentinel takes ${most} characters of ${what}; the rule has ${length}`);
  };
  limit('query', query.length, 10_000);
  limit('name', metadata.title.length, 256);
  limit('description', metadata.description.length, 5_000);
  if (!/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(metadata.id)) {
    notes.error('not-a-guid', `Sentinel's id is a GUID; the rule's is '${metadata.id}'`);
  }
  checkSchedule(metadata, notes);
  checkEntities(metadata, notes);
}

function checkSchedule({ schedule }: RuleMetadata, notes: ExchangeNotes): void {
  const { frequency, period } = schedule;
  if (frequency === 0) return;
  for (const [name, minutes] of Object.entries(schedule)) {
    if (minutes < fiveMinutes || minutes > fourteenDays) {
      notes.error('schedule', `Sentinel takes a ${name} of 5 minutes to 14 days; the rule's is ${minutes} minutes`);
    }
  }
  if (period < frequency) notes.error('schedule', 'Sentinel takes no period shorter than the frequency');
}

function checkEntities({ entities }: RuleMetadata, notes: ExchangeNotes): void {
  if (entities.length === 0) notes.warning('entities', 'Sentinel takes 1 to 5 entity mappings; the rule has none');
  if (entities.length > 5) notes.error('entities', `Sentinel takes 5 entity mappings; the rule has ${entities.length}`);
  for (const { type, fields } of entities) {
    if (fields.length >= 1 && fields.length <= 3) continue;
    notes.error('entities', `Sentinel takes 1 to 3 fields of an entity; ${type} has ${fields.length}`);
  }
}
