import { asItIs, domainOfAccount, fileNameOfPath, hexadecimal, joinedArguments, userOfAccount } from './conversions.ts';
import type { ValueConversion } from './mapping.ts';

export interface SuggestedColumn {
  /** Field names that mean the column, in lower case without punctuation, the likeliest first. */
  readonly names: readonly string[];
  readonly convert: ValueConversion;
  /** Names of fields that hold the column as it stands: where there are some, no other is asked. */
  readonly asItStands?: readonly string[];
}

const same = (...names: string[]): SuggestedColumn => ({ names, convert: asItIs });
const command = (...names: string[]): SuggestedColumn => ({ names, convert: joinedArguments });

/** Of products that tell the process that was made from the one that made it, the names of the former come first. */
const PATHS = [
  'tgtprocessimagepath',
  'tgtprocimagepath',
  'actionprocessimagepath',
  'targetprocesspath',
  'image',
  'newprocessname',
  'processexecutable',
  'processpath',
  'processfilepath',
  'processimagepath',
  'procexepath',
  'folderpath',
  'imagefilename',
  'exe',
  'executable',
  'executablepath',
  'exepath',
  'imagepath',
  'path',
];
const PARENT_PATHS = [
  'srcprocessimagepath',
  'srcprocimagepath',
  'actorprocessimagepath',
  'parentimage',
  'parentprocessname',
  'processparentexecutable',
  'parentprocesspath',
  'parentprocessfilepath',
  'processparentpath',
  'procpexepath',
  'parentpath',
  'parentexe',
  'initiatingprocessfolderpath',
];
const USERS = [
  'tgtprocessuser',
  'tgtprocuser',
  'actionprocessusername',
  'accountname',
  'user',
  'username',
  'processusername',
  'processuser',
  'targetusername',
  'account',
  'subjectusername',
  'usernameraw',
  'srcprocessuser',
];

/** Columns of DeviceProcessEvents by the names that exports of many products have for them. */
export const SUGGESTED_COLUMNS: { readonly [column: string]: SuggestedColumn } = {
  Timestamp: same(
    'timestamp',
    'timegenerated',
    'utctime',
    'eventtime',
    'eventtimestamp',
    'devicetimestamp',
    'time',
    'datetime',
    'timecreated',
    'systemtimecreated',
    'systemtime',
    'date',
    'ts',
    'starttime',
    'processstarttime',
    'createtime',
    'created',
    'unixtime',
    'eventcreatedutc',
    'contexttimestamp',
    'backendtimestamp',
  ),
  DeviceId: same('deviceid', 'aid', 'agentuuid', 'agentid', 'sensorid', 'endpointid', 'hostid'),
  DeviceName: same(
    'devicename',
    'computer',
    'computername',
    'hostname',
    'host',
    'machine',
    'machinename',
    'hostidentifier',
    'endpoint',
    'endpointname',
    'agentname',
    'dvchostname',
    'dvc',
    'agenthostname',
    'fqdn',
    'dest',
  ),
  FileName: {
    names: [
      'tgtprocessname',
      'tgtprocname',
      'actionprocessimagename',
      'filename',
      'processname',
      'procname',
      'targetprocessfilename',
      'comm',
      ...PATHS,
    ],
    convert: fileNameOfPath,
  },
  FolderPath: same(...PATHS),
  ProcessId: {
    names: [
      'tgtprocesspid',
      'tgtprocpid',
      'actionprocessospid',
      'newprocessid',
      'rawprocessid',
      'processid',
      'pid',
      'processpid',
      'procpid',
    ],
    convert: hexadecimal,
  },
  ProcessCommandLine: command(
    'tgtprocesscmdline',
    'tgtproccmdline',
    'tgtprocesscommandline',
    'actionprocessimagecommandline',
    'targetprocesscommandline',
    'targetcmdline',
    'processcommandline',
    'commandline',
    'cmdline',
    'processcmdline',
    'proccmdline',
    'srcprocesscmdline',
    'srcproccmdline',
    'cmd',
    'command',
    'processargs',
    'args',
    'fullcommand',
    'processtitle',
  ),
  AccountDomain: {
    names: USERS,
    convert: domainOfAccount,
    asItStands: ['accountdomain', 'userdomain', 'targetdomainname', 'subjectdomainname'],
  },
  AccountName: { names: USERS, convert: userOfAccount },
  AccountSid: same('accountsid', 'usersid', 'targetusersid'),
  MD5: same('md5', 'processhashmd5', 'filehashmd5', 'hashmd5', 'tgtprocessimagemd5', 'md5hashdata', 'processmd5'),
  SHA1: same('sha1', 'processhashsha1', 'filehashsha1', 'hashsha1', 'tgtprocessimagesha1', 'sha1hashdata'),
  SHA256: same(
    'sha256',
    'processhashsha256',
    'filehashsha256',
    'hashsha256',
    'tgtprocessimagesha256',
    'sha256hashdata',
    'processsha256',
  ),
  InitiatingProcessFileName: {
    names: [
      'srcprocessname',
      'srcprocname',
      'actorprocessimagename',
      'initiatingprocessfilename',
      'parentname',
      'parentbasefilename',
      'processparentname',
      'parentprocessname',
      'procpname',
      'parentprocess',
      ...PARENT_PATHS,
    ],
    convert: fileNameOfPath,
  },
  InitiatingProcessFolderPath: same(...PARENT_PATHS),
  InitiatingProcessId: {
    names: [
      'srcprocesspid',
      'srcprocpid',
      'actorprocessospid',
      'initiatingprocessid',
      'parentprocessid',
      'ppid',
      'processparentpid',
      'parentpid',
      'procppid',
      'parent',
    ],
    convert: hexadecimal,
  },
  InitiatingProcessCommandLine: command(
    'srcprocesscmdline',
    'srcproccmdline',
    'actorprocesscommandline',
    'initiatingprocesscommandline',
    'parentcommandline',
    'parentcmdline',
    'parentprocesscommandline',
    'processparentcommandline',
    'procpcmdline',
    'parentprocess',
  ),
};

/** Names of command lines that other things than processes have too: FTP sessions, databases. */
export const AMBIGUOUS_COMMANDS: ReadonlySet<string> = new Set(['cmd', 'command', 'args']);

/** A program's path, but also what web and FTP servers were asked for: it must look like a program's. */
export const AMBIGUOUS_PROGRAM = 'path';

/** Columns one of which tells that an ambiguous command is a process's. */
export const PROGRAM_COLUMNS: readonly string[] = [
  'FileName',
  'FolderPath',
  'ProcessId',
  'InitiatingProcessFileName',
  'InitiatingProcessId',
];

/** Columns one of which tells that what looks like a command line, whatever its name, was run by somebody or somewhere. */
export const WHOSE_COLUMNS: readonly string[] = ['AccountName', 'DeviceName'];

/** Fields that say what kind of event a record is, the likeliest first. */
export const KIND_NAMES: readonly string[] = [
  'eventsimplename',
  'eventtype',
  'eventaction',
  'actiontype',
  'eventname',
  'eventsubtype',
  'type',
  'action',
  'category',
  'operation',
  'eventid',
  'eventcode',
];

/** Those that name the events of a source: where none of them is a start, no ambiguous command is a process's. */
export const EVENT_NAMES: readonly string[] = KIND_NAMES.filter((name) => name.startsWith('event'));

/** What such fields hold for the start of a process. */
export const PROCESS_START =
  /proc(ess)?[\s_.-]*(creat|start|launch|exec|rollup2)|^(execve?|execveat|fork_exec|start(ed)?|exec(uted)?|creat(ion|ed)|4688)$/i;
