import type { TableSchema } from './scalar-type.ts';
import { agentsInfo, aiAgentsInfo } from './tables/agents.ts';
import { alertEvidence, alertInfo, deviceAlertEvents, securityAlert } from './tables/alerts.ts';
import { apiManagementGatewayLogs } from './tables/api-management.ts';
import { appServiceAuditLogs, appServiceIPSecAuditLogs } from './tables/app-service.ts';
import { aSimAuditEventLogs } from './tables/asim-audit-event.ts';
import { aSimAuthenticationEventLogs } from './tables/asim-authentication.ts';
import { aSimDnsActivityLogs } from './tables/asim-dns.ts';
import { aSimFileEventLogs } from './tables/asim-file-event.ts';
import { aSimNetworkSessionLogs } from './tables/asim-network-session.ts';
import { asimProcessEventLogs } from './tables/asim-process-event-logs.ts';
import { aSimRegistryEventLogs } from './tables/asim-registry-event.ts';
import { aSimWebSessionLogs } from './tables/asim-web-session.ts';
import { awsCloudTrail, awsCloudWatch, awsGuardDuty, awsSecurityHubFindings, awsvpcFlow } from './tables/aws.ts';
import { azureActivity } from './tables/azure-activity.ts';
import { azureDevOpsAuditing } from './tables/azure-devops.ts';
import { azureDiagnostics } from './tables/azure-diagnostics.ts';
import {
  azfwApplicationRule,
  azfwDnsQuery,
  azfwFlowTrace,
  azfwIdpsSignature,
  azfwNatRule,
  azfwNetworkRule,
  azfwThreatIntel,
} from './tables/azure-firewall.ts';
import { azkvAuditLogs } from './tables/azure-key-vault.ts';
import { aksAudit, aksAuditAdmin } from './tables/azure-kubernetes.ts';
import { storageBlobLogs, storageFileLogs, storageQueueLogs, storageTableLogs } from './tables/azure-storage.ts';
import {
  behaviorEntities,
  behaviorInfo,
  dataSecurityBehaviors,
  dataSecurityEvents,
  disruptionAndResponseEvents,
} from './tables/behaviors.ts';
import {
  copilotActivity,
  dataverseActivity,
  dynamics365Activity,
  microsoftPurviewInformationProtection,
  powerPlatformAdminActivity,
  purviewDataSensitivityLogs,
} from './tables/business-applications.ts';
import { cloudAppEvents, officeActivity } from './tables/cloud.ts';
import { mcasShadowItReporting } from './tables/cloud-discovery.ts';
import {
  cloudAuditEvents,
  cloudDnsEvents,
  cloudPolicyEnforcementEvents,
  cloudProcessEvents,
  cloudStorageAggregatedEvents,
} from './tables/cloud-workloads.ts';
import { commonSecurityLog } from './tables/common-security-log.ts';
import {
  configurationChange,
  configurationData,
  heartbeat,
  protectionStatus,
  securityBaseline,
  update,
  updateSummary,
} from './tables/computers.ts';
import {
  secureScores,
  securityNestedRecommendation,
  securityRecommendation,
  securityRegulatoryCompliance,
} from './tables/defender-for-cloud.ts';
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
  deviceBaselineComplianceAssessment,
  deviceBaselineComplianceAssessmentKB,
  deviceBaselineComplianceProfiles,
  deviceTvmBrowserExtensions,
  deviceTvmBrowserExtensionsKB,
  deviceTvmCertificateInfo,
  deviceTvmHardwareFirmware,
  deviceTvmInfoGathering,
  deviceTvmInfoGatheringKB,
  deviceTvmSoftwareEvidenceBeta,
} from './tables/device-tvm-findings.ts';
import { dnsEvents, dnsInventory } from './tables/dns-events.ts';
import {
  emailAttachmentInfo,
  emailEvents,
  emailPostDeliveryEvents,
  emailUrlInfo,
  urlClickEvents,
} from './tables/email.ts';
import { auditLogs, signinLogs } from './tables/entra.ts';
import {
  aadProvisioningLogs,
  aadRiskyServicePrincipals,
  aadRiskyUsers,
  aadServicePrincipalRiskEvents,
  aadUserRiskEvents,
} from './tables/entra-risk.ts';
import {
  aadSignInEventsBeta,
  aadSpnSignInEventsBeta,
  entraIdSignInEvents,
  entraIdSpnSignInEvents,
} from './tables/entra-sign-in-events.ts';
import {
  aadManagedIdentitySignInLogs,
  aadNonInteractiveUserSignInLogs,
  aadServicePrincipalSignInLogs,
  adfsSignInLogs,
} from './tables/entra-sign-in-logs.ts';
import { event } from './tables/event.ts';
import { exposureGraphEdges, exposureGraphNodes } from './tables/exposure-graph.ts';
import { fileProfile } from './tables/file-profile.ts';
import { gcpAuditLogs, gcpdns, gcpiam, googleCloudSCC, googleWorkspaceReports } from './tables/google-cloud.ts';
import { identityDirectoryEvents, identityInfo, identityLogonEvents, identityQueryEvents } from './tables/identity.ts';
import { identityAccountInfo, identityEvents } from './tables/identity-accounts.ts';
import { intuneAuditLogs, intuneDeviceComplianceOrg, intuneDevices, intuneOperationalLogs } from './tables/intune.ts';
import { laQueryLogs, operation, perf, usage } from './tables/log-analytics.ts';
import {
  campaignInfo,
  fileMaliciousContentInfo,
  messageEvents,
  messagePostDeliveryEvents,
  messageUrlInfo,
} from './tables/messages.ts';
import { graphAPIAuditEvents, microsoftGraphActivityLogs, oAuthAppInfo } from './tables/microsoft-graph.ts';
import {
  networkAccessTraffic,
  ntaNetAnalytics,
  vmConnection,
  windowsFirewall,
  wireData,
} from './tables/network-connections.ts';
import { securityEvent } from './tables/security-event.ts';
import {
  anomalies,
  behaviorAnalytics,
  huntingBookmark,
  securityIncident,
  sentinelAudit,
  sentinelHealth,
  userPeerAnalytics,
  watchlist,
} from './tables/sentinel.ts';
import { syslog } from './tables/syslog.ts';
import {
  threatIntelIndicators,
  threatIntelligenceIndicator,
  threatIntelObjects,
} from './tables/threat-intelligence.ts';
import { agwAccessLogs, agwFirewallLogs, appServiceHTTPLogs, w3ciisLog } from './tables/web-server.ts';
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
  mcasShadowItReporting,
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
  deviceAlertEvents,
  securityAlert,
  aadNonInteractiveUserSignInLogs,
  aadServicePrincipalSignInLogs,
  aadManagedIdentitySignInLogs,
  adfsSignInLogs,
  entraIdSignInEvents,
  entraIdSpnSignInEvents,
  aadSignInEventsBeta,
  aadSpnSignInEventsBeta,
  aadUserRiskEvents,
  aadRiskyUsers,
  aadServicePrincipalRiskEvents,
  aadRiskyServicePrincipals,
  aadProvisioningLogs,
  microsoftGraphActivityLogs,
  graphAPIAuditEvents,
  oAuthAppInfo,
  azureActivity,
  azureDiagnostics,
  azfwApplicationRule,
  azfwNetworkRule,
  azfwNatRule,
  azfwIdpsSignature,
  azfwDnsQuery,
  azfwThreatIntel,
  azfwFlowTrace,
  storageBlobLogs,
  storageFileLogs,
  storageQueueLogs,
  storageTableLogs,
  aksAudit,
  aksAuditAdmin,
  azkvAuditLogs,
  azureDevOpsAuditing,
  threatIntelligenceIndicator,
  threatIntelIndicators,
  threatIntelObjects,
  dnsEvents,
  dnsInventory,
  w3ciisLog,
  appServiceHTTPLogs,
  appServiceAuditLogs,
  appServiceIPSecAuditLogs,
  apiManagementGatewayLogs,
  agwFirewallLogs,
  agwAccessLogs,
  heartbeat,
  update,
  updateSummary,
  protectionStatus,
  configurationChange,
  configurationData,
  securityBaseline,
  vmConnection,
  wireData,
  windowsFirewall,
  networkAccessTraffic,
  ntaNetAnalytics,
  laQueryLogs,
  usage,
  operation,
  perf,
  securityIncident,
  behaviorAnalytics,
  userPeerAnalytics,
  anomalies,
  huntingBookmark,
  sentinelHealth,
  sentinelAudit,
  watchlist,
  securityRecommendation,
  securityNestedRecommendation,
  securityRegulatoryCompliance,
  secureScores,
  awsCloudTrail,
  awsGuardDuty,
  awsvpcFlow,
  awsCloudWatch,
  awsSecurityHubFindings,
  gcpAuditLogs,
  googleWorkspaceReports,
  gcpdns,
  gcpiam,
  googleCloudSCC,
  dataverseActivity,
  dynamics365Activity,
  powerPlatformAdminActivity,
  microsoftPurviewInformationProtection,
  purviewDataSensitivityLogs,
  copilotActivity,
  intuneDevices,
  intuneAuditLogs,
  intuneOperationalLogs,
  intuneDeviceComplianceOrg,
  messageEvents,
  messagePostDeliveryEvents,
  messageUrlInfo,
  campaignInfo,
  fileMaliciousContentInfo,
  behaviorInfo,
  behaviorEntities,
  disruptionAndResponseEvents,
  dataSecurityBehaviors,
  dataSecurityEvents,
  cloudAuditEvents,
  cloudProcessEvents,
  cloudDnsEvents,
  cloudStorageAggregatedEvents,
  cloudPolicyEnforcementEvents,
  exposureGraphNodes,
  exposureGraphEdges,
  identityAccountInfo,
  identityEvents,
  agentsInfo,
  aiAgentsInfo,
  deviceTvmInfoGathering,
  deviceTvmInfoGatheringKB,
  deviceTvmBrowserExtensions,
  deviceTvmBrowserExtensionsKB,
  deviceTvmCertificateInfo,
  deviceTvmHardwareFirmware,
  deviceTvmSoftwareEvidenceBeta,
  deviceBaselineComplianceAssessment,
  deviceBaselineComplianceAssessmentKB,
  deviceBaselineComplianceProfiles,
  aSimDnsActivityLogs,
  aSimNetworkSessionLogs,
  aSimWebSessionLogs,
  aSimFileEventLogs,
  aSimRegistryEventLogs,
  aSimAuthenticationEventLogs,
  aSimAuditEventLogs,
];

const byName: ReadonlyMap<string, TableSchema> = new Map(builtInTables.map((table) => [table.name, table]));

/** The built-in table of that exact name. */
export function builtInTable(name: string): TableSchema | undefined {
  return byName.get(name);
}

/** The given tables, after the built-in ones that none of them stands for. */
export function withBuiltInTables(tables: readonly TableSchema[]): readonly TableSchema[] {
  const names = new Set(tables.map(({ name }) => name));
  return [...builtInTables.filter(({ name }) => !names.has(name)), ...tables];
}
