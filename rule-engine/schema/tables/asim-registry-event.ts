import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/asimregistryeventlogs */
export const aSimRegistryEventLogs = defineTable(
  'ASimRegistryEventLogs',
  'Activity with the registry in the ASIM schema.',
  `
  TimeGenerated datetime
  TenantId string
  EventProduct string
  EventVendor string
  EventResult string
  EventSeverity string
  EventType string
  RegistryKey string
  RegistryValue string
  RegistryValueType string
  RegistryValueData string
  RegistryPreviousKey string
  RegistryPreviousValue string
  RegistryPreviousValueType string
  RegistryPreviousValueData string
  ActorUserId string
  ActorUserIdType string
  EventResultDetails string
  DvcIpAddr string
  DvcHostname string
  DvcDomain string
  DvcDomainType string
  DvcFQDN string
  DvcDescription string
  DvcId string
  DvcIdType string
  DvcAction string
  EventMessage string
  EventCount int
  EventSubType string
  EventOriginalUid string
  EventOriginalType string
  EventOriginalSubType string
  EventOriginalResultDetails string
  EventOriginalSeverity string
  EventProductVersion string
  EventOwner string
  EventReportUrl string
  DvcMacAddr string
  DvcZone string
  DvcOs string
  DvcOsVersion string
  DvcOriginalAction string
  DvcInterface string
  DvcScopeId string
  DvcScope string
  ActorUserAadId string
  ActorUserSid string
  ActorScopeId string
  ActorScope string
  ActorUsername string
  ActorUsernameType string
  ActorUserType string
  ActorOriginalUserType string
  ActorSessionId string
  ActingProcessName string
  ActingProcessId string
  ActingProcessCommandLine string
  ActingProcessGuid string
  ParentProcessName string
  ParentProcessId string
  ParentProcessCommandLine string
  ParentProcessGuid string
  RuleName string
  RuleNumber int
  ThreatId string
  ThreatName string
  ThreatCategory string
  ThreatRiskLevel int
  ThreatOriginalRiskLevel string
  ThreatField string
  ThreatConfidence int
  ThreatOriginalConfidence string
  ThreatIsActive bool
  ThreatFirstReportedTime datetime
  ThreatLastReportedTime datetime
  EventSchema string
  EventSchemaVersion string
  EventStartTime datetime
  EventEndTime datetime
  AdditionalFields dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
