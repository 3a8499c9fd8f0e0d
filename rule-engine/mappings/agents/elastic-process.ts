import {
  asItIs,
  domainOfAccount,
  fileNameOfPath,
  hexadecimal,
  joinedArguments,
  userOfAccount,
  withoutThousands,
} from '../conversions.ts';
import { fieldAt, fieldsUnder, firstOf, hasValue } from '../field-path.ts';
import type { Mapping, RecordView } from '../mapping.ts';
import { unwrapped } from '../windows/winlogbeat-event.ts';

/** An event in the terms of the Elastic Common Schema, but for a Windows event, which has a view of its own. */
const elasticEvent: RecordView = {
  id: 'elastic-event',
  of: (record) => {
    const fields = unwrapped(record.fields);
    if (fieldsUnder(fields, 'process') === undefined) return undefined;
    if (!hasValue(firstOf(fields, '@timestamp', 'event.created'))) return undefined;
    if (hasValue(firstOf(fields, 'winlog.event_id', 'winlog.channel'))) return undefined;
    const module = firstOf(fields, 'event.module', 'agent.type');
    return { ...record, fields, dialect: module === undefined ? 'Elastic Common Schema' : `Elastic, ${module}` };
  },
};

const STARTS: ReadonlySet<string> = new Set([
  'start',
  'exec',
  'process_started',
  'executed',
  'fork_exec',
  'already_running',
]);

/** Kibana's CSV joins several values by commas. */
function isStart(value: unknown): boolean {
  return typeof value === 'string' && value.split(', ').some((one) => STARTS.has(one));
}

/**
 * Process starts of Elastic Defend, Auditbeat and other shippers of the Elastic Common Schema.
 * @see https://www.elastic.co/guide/en/ecs/current/ecs-process.html
 * @see https://github.com/elastic/endpoint-package/tree/main/custom_schemas
 */
export const elasticProcess: Mapping = {
  id: 'ecs-process',
  title: 'Elastic Common Schema: process start',
  table: 'DeviceProcessEvents',
  source: "The Elastic Common Schema's process fields",
  view: elasticEvent,
  recognises: (record) => {
    const fields = unwrapped(record.fields);
    return hasValue(fields['@timestamp']) && hasValue(firstOf(fields, 'ecs.version', 'event.module', 'agent.type'));
  },
  accepts: ({ fields }) => {
    const action = fieldAt(fields, 'event.action');
    if ([action].flat().some(isStart)) return true;
    if (![fieldAt(fields, 'event.type')].flat().some(isStart)) return false;
    return !hasValue(action) || action === 'creation';
  },
  joinsParents: true,
  leftovers: 'AdditionalFields',
  columns: {
    Timestamp: { from: ['@timestamp', 'event.created'], convert: asItIs },
    DeviceId: { from: ['host.id', 'agent.id'], convert: asItIs },
    DeviceName: { from: ['host.name', 'host.hostname', 'agent.name'], convert: asItIs },
    ActionType: {
      description: "'ProcessCreated' for each start",
      from: ['event.action', 'event.type'],
      compute: () => 'ProcessCreated',
    },
    FileName: { from: ['process.name', 'process.executable'], convert: fileNameOfPath },
    FolderPath: 'process.executable',
    ProcessId: { from: ['process.pid'], convert: withoutThousands },
    ProcessCommandLine: { from: ['process.command_line', 'process.args', 'process.title'], convert: joinedArguments },
    ProcessCreationTime: 'process.start',
    ProcessUniqueId: 'process.entity_id',
    ProcessIntegrityLevel: {
      from: ['process.Ext.token.integrity_level_name'],
      convert: {
        description: 'capitalised',
        convert: (value) => String(value).replace(/^./, (first) => first.toUpperCase()),
      },
    },
    ProcessTokenElevation: {
      from: ['process.Ext.token.elevation_type', 'process.Ext.token.elevation_level'],
      convert: {
        description: 'TokenElevationType and the kind',
        convert: (value) => `TokenElevationType${String(value).replace(/^./, (first) => first.toUpperCase())}`,
      },
    },
    AccountDomain: {
      description: 'user.domain, or the domain of user.name',
      from: ['user.domain', 'user.name'],
      compute: ({ fields }) =>
        firstOf(fields, 'user.domain') ?? domainOfAccount.convert(firstOf(fields, 'user.name') ?? ''),
    },
    AccountName: { from: ['user.name', 'user.id'], convert: userOfAccount },
    AccountSid: {
      from: ['user.id'],
      convert: {
        description: 'security identifier',
        convert: (value) => (/^S-1-/.test(String(value)) ? value : undefined),
      },
    },
    LogonId: { from: ['process.Ext.authentication_id', 'winlog.logon.id'], convert: hexadecimal },
    MD5: 'process.hash.md5',
    SHA1: 'process.hash.sha1',
    SHA256: 'process.hash.sha256',
    ProcessVersionInfoCompanyName: 'process.pe.company',
    ProcessVersionInfoProductName: 'process.pe.product',
    ProcessVersionInfoProductVersion: 'process.pe.file_version',
    ProcessVersionInfoOriginalFileName: 'process.pe.original_file_name',
    ProcessVersionInfoFileDescription: 'process.pe.description',
    InitiatingProcessFileName: { from: ['process.parent.name', 'process.parent.executable'], convert: fileNameOfPath },
    InitiatingProcessFolderPath: 'process.parent.executable',
    InitiatingProcessId: {
      from: ['process.parent.pid', 'process.ppid'],
      convert: withoutThousands,
    },
    InitiatingProcessCommandLine: {
      from: ['process.parent.command_line', 'process.parent.args'],
      convert: joinedArguments,
    },
    InitiatingProcessCreationTime: 'process.parent.start',
    InitiatingProcessUniqueId: 'process.parent.entity_id',
    InitiatingProcessAccountName: 'process.parent.user.name',
    InitiatingProcessMD5: 'process.parent.hash.md5',
    InitiatingProcessSHA1: 'process.parent.hash.sha1',
    InitiatingProcessSHA256: 'process.parent.hash.sha256',
    InitiatingProcessParentFileName: 'process.parent.parent.name',
    InitiatingProcessParentId: 'process.parent.ppid',
    ReportId: 'event.sequence',
  },
};
