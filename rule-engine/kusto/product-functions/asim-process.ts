import { sourceDeclarations } from './asim-process-sources.ts';
import { queryFunction } from './declarations.ts';
import type { ProductFunction } from './product-function.ts';

/** Filters of the parsers that take them. An empty list and `*` ask for all. */
const PARAMETERS = [
  'starttime: datetime = datetime(null)',
  'endtime: datetime = datetime(null)',
  'commandline_has_any: dynamic = dynamic([])',
  'commandline_has_all: dynamic = dynamic([])',
  'commandline_has_any_ip_prefix: dynamic = dynamic([])',
  'actingprocess_has_any: dynamic = dynamic([])',
  'targetprocess_has_any: dynamic = dynamic([])',
  'parentprocess_has_any: dynamic = dynamic([])',
  'targetusername_has: string = "*"',
  'actorusername_has: string = "*"',
  'dvcipaddr_has_any_prefix: dynamic = dynamic([])',
  'dvchostname_has_any: dynamic = dynamic([])',
  'eventtype: string = "*"',
  'hashes_has_any: dynamic = dynamic([])',
  'disabled: bool = false',
  'pack: bool = false',
];

const FILTERS = `
  | where not(disabled)
  | where (isnull(starttime) or TimeGenerated >= starttime) and (isnull(endtime) or TimeGenerated <= endtime)
  | where eventtype == "*" or EventType == eventtype
  | where array_length(commandline_has_any) == 0 or TargetProcessCommandLine has_any (commandline_has_any)
  | where array_length(commandline_has_all) == 0 or TargetProcessCommandLine has_all (commandline_has_all)
  | where array_length(commandline_has_any_ip_prefix) == 0
      or has_any_ipv4_prefix(TargetProcessCommandLine, commandline_has_any_ip_prefix)
  | where array_length(actingprocess_has_any) == 0 or ActingProcessName has_any (actingprocess_has_any)
  | where array_length(targetprocess_has_any) == 0 or TargetProcessName has_any (targetprocess_has_any)
  | where array_length(parentprocess_has_any) == 0 or ParentProcessName has_any (parentprocess_has_any)
  | where targetusername_has == "*" or TargetUsername has targetusername_has
  | where actorusername_has == "*" or ActorUsername has actorusername_has
  | where array_length(dvcipaddr_has_any_prefix) == 0 or has_any_ipv4_prefix(DvcIpAddr, dvcipaddr_has_any_prefix)
  | where array_length(dvchostname_has_any) == 0 or DvcHostname has_any (dvchostname_has_any)
  | where array_length(hashes_has_any) == 0
      or TargetProcessMD5 has_any (hashes_has_any) or TargetProcessSHA1 has_any (hashes_has_any)
      or TargetProcessSHA256 has_any (hashes_has_any)`;

/** Columns that follow from the others, and ASIM's aliases. */
const DERIVED = `
  | extend EventCount = coalesce(EventCount, int(1)), EventStartTime = coalesce(EventStartTime, TimeGenerated),
      EventEndTime = coalesce(EventEndTime, TimeGenerated), EventSchema = "ProcessEvent",
      EventSchemaVersion = coalesce(EventSchemaVersion, "0.1.4"), EventResult = coalesce(EventResult, "Success"),
      EventSeverity = coalesce(EventSeverity, "Informational"),
      TargetProcessFilename = coalesce(TargetProcessFilename, extract(@"([^\\\\/]*)$", 1, TargetProcessName)),
      ActingProcessFilename = coalesce(ActingProcessFilename, extract(@"([^\\\\/]*)$", 1, ActingProcessName)),
      Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId), User = TargetUsername, Process = TargetProcessName,
      CommandLine = TargetProcessCommandLine,
      Hash = coalesce(TargetProcessSHA256, TargetProcessSHA1, TargetProcessMD5)`;

type EventType = 'ProcessCreated' | 'ProcessTerminated';

function parser(name: string, type: EventType | undefined, filtering: boolean): ProductFunction {
  const only = type === undefined ? '' : `\n  | where EventType == "${type}"`;
  const parameters = filtering ? PARAMETERS : ['disabled: bool = false', 'pack: bool = false'];
  const filters = filtering ? FILTERS : '\n  | where not(disabled)';
  const kind =
    type === undefined ? 'Process events' : type === 'ProcessCreated' ? 'Started processes' : 'Ended processes';
  return {
    name,
    symbol: () =>
      queryFunction(
        name,
        `${kind} of all loaded tables that hold them, in ASIM's process event schema.`,
        parameters,
        `{${sourceDeclarations}\n  processEvents${only}${filters}${DERIVED}\n}`,
      ),
  };
}

/**
 * ASIM's process event parsers over the loaded tables: built in (`_Im_ProcessCreate`) and deployed (`imProcessCreate`),
 * with filters (`im`) and without (`ASim`).
 *
 * @see https://learn.microsoft.com/azure/sentinel/normalization-schema-process-event#parsers
 */
export const asimProcessParsers: readonly ProductFunction[] = [
  parser('_Im_ProcessCreate', 'ProcessCreated', true),
  parser('imProcessCreate', 'ProcessCreated', true),
  parser('_Im_ProcessTerminate', 'ProcessTerminated', true),
  parser('imProcessTerminate', 'ProcessTerminated', true),
  parser('_Im_ProcessEvent', undefined, true),
  parser('imProcessEvent', undefined, true),
  parser('_ASim_ProcessEvent', undefined, false),
  parser('ASimProcessEvent', undefined, false),
  parser('_ASim_ProcessEvent_Create', 'ProcessCreated', false),
  parser('ASimProcessEventCreate', 'ProcessCreated', false),
  parser('_ASim_ProcessEvent_Terminate', 'ProcessTerminated', false),
  parser('ASimProcessEventTerminate', 'ProcessTerminated', false),
];
