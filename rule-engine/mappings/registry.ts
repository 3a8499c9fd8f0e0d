import { elasticProcess } from './agents/elastic-process.ts';
import { falcoProcess } from './agents/falco-alert.ts';
import { ocsfProcess } from './agents/ocsf-process.ts';
import { osqueryProcess } from './agents/osquery-process.ts';
import { tetragonExec } from './agents/tetragon-exec.ts';
import { traceeExec } from './agents/tracee-exec.ts';
import { awsCloudTrail } from './cloud/aws-cloudtrail.ts';
import { awsGuardDuty } from './cloud/aws-guardduty.ts';
import { azureActivity } from './cloud/azure-activity.ts';
import { entraLogs } from './cloud/entra-log.ts';
import { officeActivity } from './cloud/office-activity.ts';
import { auditExecve } from './linux/audit-execve.ts';
import type { Mapping } from './mapping.ts';
import { securityLogon } from './windows/security-logon.ts';
import { securityProcessCreation } from './windows/security-process-creation.ts';
import {
  sysmonFileEvents,
  sysmonImageLoad,
  sysmonNetworkConnection,
  sysmonRegistryEvents,
} from './windows/sysmon-other-events.ts';
import { sysmonProcessCreation } from './windows/sysmon-process-creation.ts';
import { eventTable, securityEventTable, windowsEventTable } from './windows/windows-event-tables.ts';

/**
 * Log sources with a table of their own field names, the most particular first. A record goes to every table whose
 * mapping accepts it, among the mappings of one view.
 */
export const mappings: readonly Mapping[] = [
  sysmonProcessCreation,
  securityProcessCreation,
  sysmonNetworkConnection,
  sysmonImageLoad,
  sysmonFileEvents,
  sysmonRegistryEvents,
  securityLogon,
  eventTable,
  securityEventTable,
  windowsEventTable,
  auditExecve,
  elasticProcess,
  ocsfProcess,
  osqueryProcess,
  falcoProcess,
  tetragonExec,
  traceeExec,
  awsCloudTrail,
  awsGuardDuty,
  officeActivity,
  azureActivity,
  ...entraLogs,
];
