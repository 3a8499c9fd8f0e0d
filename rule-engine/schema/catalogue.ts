import type { TableSchema } from './scalar-type.ts';
import { agentsInfo, aiAgentsInfo } from './tables/agents.ts';
import { alertEvidence, alertInfo, deviceAlertEvents, securityAlert } from './tables/alerts.ts';
import { apiManagementGatewayLogs } from './tables/api-management.ts';
import {
  appServiceAntivirusScanAuditLogs,
  appServiceAppLogs,
  appServiceAuditLogs,
  appServiceConsoleLogs,
  appServiceIPSecAuditLogs,
  appServicePlatformLogs,
  appServiceServerlessSecurityPluginData,
} from './tables/app-service.ts';
import { aSimAgentEventLogs } from './tables/asim-agent-event.ts';
import { aSimAuditEventLogs } from './tables/asim-audit-event.ts';
import { aSimAuthenticationEventLogs } from './tables/asim-authentication.ts';
import { aSimDhcpEventLogs } from './tables/asim-dhcp-event.ts';
import { aSimDnsActivityLogs } from './tables/asim-dns.ts';
import { aSimFileEventLogs } from './tables/asim-file-event.ts';
import { aSimNetworkSessionLogs } from './tables/asim-network-session.ts';
import { asimProcessEventLogs } from './tables/asim-process-event-logs.ts';
import { aSimRegistryEventLogs } from './tables/asim-registry-event.ts';
import { aSimUserManagementActivityLogs } from './tables/asim-user-management.ts';
import { aSimWebSessionLogs } from './tables/asim-web-session.ts';
import { awsCloudTrail, awsCloudWatch, awsGuardDuty, awsSecurityHubFindings, awsvpcFlow } from './tables/aws.ts';
import {
  awsalbAccessLogs,
  awsNetworkFirewallAlert,
  awsNetworkFirewallFlow,
  awsNetworkFirewallTls,
  awsnlbAccessLogs,
  awsRoute53Resolver,
  awss3ServerAccess,
  awswaf,
} from './tables/aws-network.ts';
import { azureActivity } from './tables/azure-activity.ts';
import { azureDevOpsAuditing } from './tables/azure-devops.ts';
import { azureDiagnostics } from './tables/azure-diagnostics.ts';
import {
  azfwApplicationRule,
  azfwApplicationRuleAggregation,
  azfwDnsFlowTrace,
  azfwDnsQuery,
  azfwFatFlow,
  azfwFlowTrace,
  azfwIdpsSignature,
  azfwInternalFqdnResolutionFailure,
  azfwNatRule,
  azfwNatRuleAggregation,
  azfwNetworkRule,
  azfwNetworkRuleAggregation,
  azfwThreatIntel,
} from './tables/azure-firewall.ts';
import { azkvAuditLogs } from './tables/azure-key-vault.ts';
import { aksAudit, aksAuditAdmin } from './tables/azure-kubernetes.ts';
import {
  adxTableDetails,
  azureMetrics,
  containerRegistryLoginEvents,
  containerRegistryRepositoryEvents,
  coreAzureBackup,
  hdInsightSecurityLogs,
  microsoftAzureBastionAuditLogs,
  ncbmBreakGlassAuditLogs,
  ncbmSecurityDefenderLogs,
  ncbmSecurityLogs,
  nspAccessLogs,
} from './tables/azure-resources.ts';
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
  containerInventory,
  heartbeat,
  kubeEvents,
  protectionStatus,
  securityBaseline,
  update,
  updateSummary,
  vmComputer,
  vmProcess,
} from './tables/computers.ts';
import {
  crowdStrikeAlerts,
  crowdStrikeCases,
  crowdStrikeDetections,
  crowdStrikeHosts,
  crowdStrikeVulnerabilities,
} from './tables/crowdstrike.ts';
import { dsmDataClassificationLogs, dsmDataLabelingLogs } from './tables/data-security.ts';
import {
  aggregatedSecurityAlert,
  mdcDetectionDNSEvents,
  mdcDetectionFimEvents,
  mdcDetectionGatingValidationEvents,
  mdcDetectionK8SApiEvents,
  mdcDetectionProcessV2Events,
  mdcFileIntegrityMonitoringEvents,
  secureScores,
  securityAttackPathData,
  securityBaselineSummary,
  securityDetection,
  securityIoTRawEvent,
  securityNestedRecommendation,
  securityRecommendation,
  securityRegulatoryCompliance,
  storageMalwareScanningResults,
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
import { dnsAuditEvents, dnsEvents, dnsInventory } from './tables/dns-events.ts';
import {
  emailAttachmentInfo,
  emailEvents,
  emailPostDeliveryEvents,
  emailUrlInfo,
  urlClickEvents,
} from './tables/email.ts';
import { auditLogs, microsoftServicePrincipalSignInLogs, signinLogs } from './tables/entra.ts';
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
import {
  gcpApigee,
  gcpCloudRun,
  gcpCloudSQL,
  gcpComputeEngine,
  gcpcdn,
  gcpFirewallLogs,
  gcpids,
  gcpMonitoring,
  gcpnat,
  gcpnatAudit,
  gcpResourceManager,
  gcpvpcFlow,
} from './tables/google-cloud-services.ts';
import {
  gkeApplication,
  gkeAudit,
  gkeapiServer,
  gkeControllerManager,
  gkehpaDecision,
  gkeScheduler,
} from './tables/google-kubernetes.ts';
import { identityDirectoryEvents, identityInfo, identityLogonEvents, identityQueryEvents } from './tables/identity.ts';
import { identityAccountInfo, identityEvents } from './tables/identity-accounts.ts';
import { oktaSystemLogs, salesforceAuditTrail, salesforceLoginHistory } from './tables/identity-vendors.ts';
import { intuneAuditLogs, intuneDeviceComplianceOrg, intuneDevices, intuneOperationalLogs } from './tables/intune.ts';
import { insightsMetrics, laQueryLogs, laSummaryLogs, operation, perf, usage } from './tables/log-analytics.ts';
import {
  campaignInfo,
  communicationComplianceActivity,
  fileMaliciousContentInfo,
  messageEvents,
  messagePostDeliveryEvents,
  messageUrlInfo,
} from './tables/messages.ts';
import {
  graphAPIAuditEvents,
  graphNotificationsActivityLogs,
  microsoftGraphActivityLogs,
  microsoftGraphPolicyLogs,
  oAuthAppInfo,
} from './tables/microsoft-graph.ts';
import {
  networkAccessAlerts,
  networkAccessConnectionEvents,
  networkAccessGenerativeAIInsights,
  networkSessions,
  remoteNetworkHealthLogs,
} from './tables/network-access.ts';
import {
  enrichedMicrosoft365AuditLogs,
  networkAccessTraffic,
  ntaNetAnalytics,
  vmConnection,
  windowsFirewall,
  wireData,
} from './tables/network-connections.ts';
import {
  ilumioInsights,
  sentinelAlibabaCloudAPIGatewayLogs,
  sentinelAlibabaCloudVPCFlowLogs,
  sentinelAlibabaCloudWAFLogs,
  sentinelImpervaWAFCloudV2Logs,
} from './tables/network-vendors.ts';
import {
  powerAppsActivity,
  powerAutomateActivity,
  powerBIActivity,
  powerPlatformConnectorActivity,
  powerPlatformDlpActivity,
  projectActivity,
} from './tables/power-platform.ts';
import {
  abapAuditLog,
  abapAuthorizationDetails,
  abapChangeDocsLog,
  abapTableDataLog,
  abapUserDetails,
} from './tables/sap.ts';
import { securityEvent } from './tables/security-event.ts';
import {
  anomalies,
  behaviorAnalytics,
  confidentialWatchlist,
  huntingBookmark,
  securityIncident,
  sentinelAudit,
  sentinelBehaviorEntities,
  sentinelBehaviorInfo,
  sentinelHealth,
  userAccessAnalytics,
  userPeerAnalytics,
  watchlist,
} from './tables/sentinel.ts';
import { linuxAuditLog, syslog } from './tables/syslog.ts';
import {
  threatIntelExportOperation,
  threatIntelIndicators,
  threatIntelligenceIndicator,
  threatIntelObjects,
} from './tables/threat-intelligence.ts';
import {
  qualysKnowledgeBase,
  rapid7InsightVMCloudAssets,
  rapid7InsightVMCloudVulnerabilities,
} from './tables/vulnerability-vendors.ts';
import { agwAccessLogs, agwFirewallLogs, appServiceHTTPLogs, w3ciisLog } from './tables/web-server.ts';
import { dynamicEventCollection, windowsEvent } from './tables/windows-event.ts';

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
  abapAuditLog,
  abapAuthorizationDetails,
  abapChangeDocsLog,
  abapTableDataLog,
  abapUserDetails,
  azfwApplicationRuleAggregation,
  azfwDnsFlowTrace,
  azfwFatFlow,
  azfwInternalFqdnResolutionFailure,
  azfwNatRuleAggregation,
  azfwNetworkRuleAggregation,
  aggregatedSecurityAlert,
  appServiceServerlessSecurityPluginData,
  appServiceAntivirusScanAuditLogs,
  appServiceAppLogs,
  appServiceConsoleLogs,
  appServicePlatformLogs,
  communicationComplianceActivity,
  confidentialWatchlist,
  dsmDataClassificationLogs,
  dsmDataLabelingLogs,
  dnsAuditEvents,
  dynamicEventCollection,
  enrichedMicrosoft365AuditLogs,
  gkeapiServer,
  gkeApplication,
  gkeAudit,
  gkeControllerManager,
  gkehpaDecision,
  gkeScheduler,
  gcpApigee,
  gcpcdn,
  gcpCloudRun,
  gcpCloudSQL,
  gcpComputeEngine,
  gcpFirewallLogs,
  gcpids,
  gcpMonitoring,
  gcpnat,
  gcpnatAudit,
  gcpResourceManager,
  gcpvpcFlow,
  graphNotificationsActivityLogs,
  microsoftGraphPolicyLogs,
  hdInsightSecurityLogs,
  ilumioInsights,
  linuxAuditLog,
  mdcDetectionDNSEvents,
  mdcDetectionFimEvents,
  mdcDetectionGatingValidationEvents,
  mdcDetectionK8SApiEvents,
  mdcDetectionProcessV2Events,
  mdcFileIntegrityMonitoringEvents,
  microsoftServicePrincipalSignInLogs,
  ncbmBreakGlassAuditLogs,
  ncbmSecurityDefenderLogs,
  ncbmSecurityLogs,
  nspAccessLogs,
  microsoftAzureBastionAuditLogs,
  containerRegistryLoginEvents,
  containerRegistryRepositoryEvents,
  coreAzureBackup,
  adxTableDetails,
  azureMetrics,
  networkAccessAlerts,
  networkAccessConnectionEvents,
  networkAccessGenerativeAIInsights,
  remoteNetworkHealthLogs,
  networkSessions,
  oktaSystemLogs,
  salesforceAuditTrail,
  salesforceLoginHistory,
  powerAppsActivity,
  powerAutomateActivity,
  powerBIActivity,
  powerPlatformConnectorActivity,
  powerPlatformDlpActivity,
  projectActivity,
  qualysKnowledgeBase,
  rapid7InsightVMCloudAssets,
  rapid7InsightVMCloudVulnerabilities,
  securityAttackPathData,
  securityBaselineSummary,
  securityDetection,
  securityIoTRawEvent,
  storageMalwareScanningResults,
  sentinelAlibabaCloudAPIGatewayLogs,
  sentinelAlibabaCloudVPCFlowLogs,
  sentinelAlibabaCloudWAFLogs,
  sentinelImpervaWAFCloudV2Logs,
  sentinelBehaviorEntities,
  sentinelBehaviorInfo,
  userAccessAnalytics,
  laSummaryLogs,
  insightsMetrics,
  threatIntelExportOperation,
  aSimAgentEventLogs,
  aSimDhcpEventLogs,
  aSimUserManagementActivityLogs,
  awsalbAccessLogs,
  awsnlbAccessLogs,
  awsNetworkFirewallAlert,
  awsNetworkFirewallFlow,
  awsNetworkFirewallTls,
  awsRoute53Resolver,
  awss3ServerAccess,
  awswaf,
  containerInventory,
  kubeEvents,
  vmComputer,
  vmProcess,
  crowdStrikeAlerts,
  crowdStrikeCases,
  crowdStrikeDetections,
  crowdStrikeHosts,
  crowdStrikeVulnerabilities,
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
