import { kqlTokens } from '../kql-tokens.ts';
import { defaultMetadata, type RuleMetadata } from '../metadata.ts';
import { composeQuery } from '../segments.ts';
import {
  ExchangeNotes,
  type ExportableRule,
  type ExportedRule,
  type ImportedRule,
  type QuerySplitter,
} from './exchanged-rule.ts';
import type { JsonFields } from './json-fields.ts';
import { severityOf } from './sentinel-fields.ts';

/** The periods that Defender offers, in minutes; 0 is continuous (NRT). */
const periods: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['1H', 60],
  ['3H', 3 * 60],
  ['12H', 12 * 60],
  ['24H', 24 * 60],
];

/** Columns that name an impacted asset, and what Graph calls them. */
const assets: readonly (readonly [string, string, string])[] = [
  ['DeviceId', '#microsoft.graph.security.impactedDeviceAsset', 'deviceId'],
  ['DeviceName', '#microsoft.graph.security.impactedDeviceAsset', 'deviceName'],
  ['AccountObjectId', '#microsoft.graph.security.impactedUserAsset', 'accountObjectId'],
  ['AccountSid', '#microsoft.graph.security.impactedUserAsset', 'accountSid'],
  ['AccountUpn', '#microsoft.graph.security.impactedUserAsset', 'accountUpn'],
  ['RecipientEmailAddress', '#microsoft.graph.security.impactedMailboxAsset', 'recipientEmailAddress'],
];

/**
 * A Defender XDR custom detection in the form of Microsoft Graph (beta), with Defender's limits reported.
 * @see https://learn.microsoft.com/graph/api/resources/security-detectionrule
 */
export function toDefenderJson({ metadata, segments, plan }: ExportableRule): ExportedRule {
  const notes = new ExchangeNotes();
  const whole = composeQuery(segments).text;
  const period = periodOf(metadata.schedule.frequency, notes);
  const query = period === '0' ? withoutComments(whole) : whole;
  if (period === '0') checkRealTime(whole, metadata, notes);
  const columns = plan?.columns.map((column) => column.name);
  checkColumns(columns, notes);
  notes.information('alert-limit', 'Defender makes at most 100 alerts a run');
  if (metadata.tactics.length > 1) notes.information('left-out', `Defender has one category: ${metadata.tactics[0]}`);
  const rule = {
    displayName: metadata.title,
    isEnabled: true,
    queryCondition: { queryText: query },
    schedule: { period },
    detectionAction: {
      alertTemplate: {
        title: metadata.title,
        description: metadata.description,
        severity: metadata.severity,
        category: (metadata.tactics[0] ?? 'SuspiciousActivity').replace(/[\s_-]+/g, ''),
        recommendedActions: null,
        mitreTechniques: metadata.techniques,
        impactedAssets: impactedAssets(columns),
      },
      organizationalScope: null,
      responseActions: [],
    },
  };
  return { text: `${JSON.stringify(rule, undefined, 2)}\n`, diagnostics: notes.diagnostics };
}

function periodOf(minutes: number, notes: ExchangeNotes): string {
  const exact = periods.find(([, length]) => length === minutes);
  if (exact !== undefined) return exact[0];
  const [name] = periods.filter(([, length]) => length > 0 && length <= minutes).at(-1) ?? periods[1];
  notes.warning('schedule', `Defender runs a rule every 1, 3, 12 or 24 hours or continuously: ${name} was taken`);
  return name;
}

function checkColumns(columns: readonly string[] | undefined, notes: ExchangeNotes): void {
  if (columns === undefined) {
    notes.warning('columns', 'The query does not bind: its columns could not be checked');
    return;
  }
  for (const name of ['Timestamp', 'ReportId']) {
    if (!columns.includes(name)) notes.error('columns', `Defender needs the column ${name} in the result: project it`);
  }
  if (!assets.some(([column]) => columns.includes(column))) {
    notes.error('columns', `Defender needs one of ${assets.map(([column]) => column).join(', ')} in the result`);
  }
  if (columns.includes('DeviceName') && !columns.includes('DeviceId')) {
    notes.warning('columns', 'Defender shows a device page only with the column DeviceId: project it');
  }
}

function impactedAssets(columns: readonly string[] | undefined): object[] {
  return assets
    .filter(([column]) => columns?.includes(column))
    .map(([, type, identifier]) => ({ '@odata.type': type, identifier }));
}

function checkRealTime(query: string, metadata: RuleMetadata, notes: ExchangeNotes): void {
  const words = kqlTokens(query)
    .filter((token) => token.kind === 'word')
    .map((token) => query.slice(token.start, token.end));
  for (const operator of ['join', 'union', 'externaldata']) {
    if (words.includes(operator)) notes.error('real-time', `A continuous rule may not use ${operator}`);
  }
  if (metadata.requiredTables.length > 1) notes.error('real-time', 'A continuous rule reads one table');
  if (kqlTokens(query).some((token) => token.kind === 'comment')) {
    notes.information('left-out', 'A continuous rule may hold no comments: they were taken out');
  }
}

/** The query without its comments, and without the lines that held nothing else. */
function withoutComments(query: string): string {
  return kqlTokens(query)
    .map((token) => (token.kind === 'comment' ? '' : query.slice(token.start, token.end)))
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Reads a custom detection. */
export function fromDefenderJson(rule: JsonFields, split: QuerySplitter): ImportedRule {
  const notes = new ExchangeNotes();
  const query = rule.object('queryCondition').text('queryText');
  if (query === '') notes.error('missing-field', 'The custom detection has no queryCondition.queryText');
  const period = rule.object('schedule').text('period').toUpperCase();
  const known = periods.find(([name]) => name === period);
  if (known === undefined && period !== '') notes.warning('schedule', `The period ${period} is unknown: 24H was taken`);
  const action = rule.object('detectionAction');
  const template = action.object('alertTemplate');
  const frequency = known?.[1] ?? 24 * 60;
  const metadata: RuleMetadata = {
    ...defaultMetadata,
    id: rule.text('detectorId') || rule.text('id'),
    title: rule.text('displayName') || template.text('title') || defaultMetadata.title,
    description: template.text('description'),
    severity: severityOf(template.text('severity')) ?? 'medium',
    tactics: [template.text('category')].filter((category) => category !== ''),
    techniques: template.texts('mitreTechniques'),
    schedule: { frequency, period: frequency },
  };
  if (action.objects('responseActions').length > 0) notes.warning('left-out', 'responseActions are not kept');
  if (action.has('organizationalScope')) notes.warning('left-out', 'organizationalScope is not kept');
  if (template.has('recommendedActions')) notes.information('left-out', 'recommendedActions are not kept');
  return { metadata, segments: split(query), diagnostics: notes.diagnostics };
}
