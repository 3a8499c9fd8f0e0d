import type { TableSchema } from './scalar-type.ts';
import { alertEvidence, alertInfo, securityAlert } from './tables/alerts.ts';
import { asimProcessEventLogs } from './tables/asim-process-event-logs.ts';
import { cloudAppEvents, officeActivity } from './tables/cloud.ts';
import { commonSecurityLog } from './tables/common-security-log.ts';
import { deviceEvents } from './tables/device-events.ts';
import { deviceFileEvents } from './tables/device-file-events.ts';
import { deviceImageLoadEvents } from './tables/device-image-load-events.ts';
import { deviceFileCertificateInfo, deviceInfo, deviceNetworkInfo } from './tables/device-inventory.ts';
import { deviceLogonEvents } from './tables/device-logon-events.ts';
import { deviceNetworkEvents } from './tables/device-network-events.ts';
import { deviceProcessEvents } from './tables/device-process-events.ts';
import { deviceRegistryEvents } from './tables/device-registry-events.ts';
import {
  deviceTvmSecureConfigurationAssessment,
  deviceTvmSecureConfigurationAssessmentKB,
  deviceTvmSoftwareInventory,
  deviceTvmSoftwareVulnerabilities,
  deviceTvmSoftwareVulnerabilitiesKB,
} from './tables/device-tvm.ts';
import {
  emailAttachmentInfo,
  emailEvents,
  emailPostDeliveryEvents,
  emailUrlInfo,
  urlClickEvents,
} from './tables/email.ts';
import { auditLogs, signinLogs } from './tables/entra.ts';
import { event } from './tables/event.ts';
import { fileProfile } from './tables/file-profile.ts';
import { identityDirectoryEvents, identityInfo, identityLogonEvents, identityQueryEvents } from './tables/identity.ts';
import { securityEvent } from './tables/security-event.ts';
import { syslog } from './tables/syslog.ts';
import { windowsEvent } from './tables/windows-event.ts';

/** The tables of Microsoft Sentinel and Defender XDR that a query can name, loaded or not. */
export const builtInTables: readonly TableSchema[] = [
  deviceProcessEvents,
  deviceEvents,
  deviceNetworkEvents,
  deviceFileEvents,
  deviceLogonEvents,
  deviceRegistryEvents,
  deviceImageLoadEvents,
  securityEvent,
  syslog,
  event,
  windowsEvent,
  commonSecurityLog,
  asimProcessEventLogs,
  emailEvents,
  emailAttachmentInfo,
  emailUrlInfo,
  emailPostDeliveryEvents,
  urlClickEvents,
  identityLogonEvents,
  identityQueryEvents,
  identityDirectoryEvents,
  identityInfo,
  signinLogs,
  auditLogs,
  cloudAppEvents,
  officeActivity,
  deviceInfo,
  deviceNetworkInfo,
  deviceFileCertificateInfo,
  deviceTvmSoftwareInventory,
  deviceTvmSoftwareVulnerabilities,
  deviceTvmSoftwareVulnerabilitiesKB,
  deviceTvmSecureConfigurationAssessment,
  deviceTvmSecureConfigurationAssessmentKB,
  fileProfile,
  alertInfo,
  alertEvidence,
  securityAlert,
];

const byName: ReadonlyMap<string, TableSchema> = new Map(builtInTables.map((table) => [table.name, table]));

/** The built-in table of that exact name. */
export function builtInTable(name: string): TableSchema | undefined {
  return byName.get(name);
}
