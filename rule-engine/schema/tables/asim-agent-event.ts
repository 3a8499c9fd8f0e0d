import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/asimagenteventlogs */
export const aSimAgentEventLogs = defineTable(
  'ASimAgentEventLogs',
  'Events of AI agents, normalised.',
  `
  TimeGenerated datetime
  ActingAppId string
  ActingApplicationEntityKey string
  ActingAppName string
  ActingAppType string
  ActorUserAdditionalIds dynamic
  ActorUserEntityKey string
  ActorUserId string
  ActorUserIdType string
  ActorUsername string
  ActorUsernameType string
  ActorUserScope string
  ActorUserScopeId string
  AdditionalEntities dynamic
  AdditionalFields dynamic
  DvcEntityKey string
  EventCount int
  EventEndTime datetime
  EventErrorDetails string
  EventFinishReasons dynamic
  EventOriginalErrorType string
  EventOriginalRequestDetails string
  EventOriginalResultDetails string
  EventOriginalType string
  EventOriginalUid string
  EventOutputType string
  EventProduct string
  EventRequestFrequencyPenalty real
  EventRequestId string
  EventRequestPresencePenalty real
  EventRequestSeed long
  EventRequestTemperature real
  EventRequestTopP real
  EventResponseId string
  EventSchema string
  EventSchemaVersion string
  EventSessionId string
  EventSessionName string
  EventStartTime datetime
  EventThoughtProcessDetails string
  EventThoughtProcessId string
  EventType string
  EventUid string
  EventVendor string
  InputTokensUsed long
  ModelName string
  ModelProviderName string
  OutputTokensUsed long
  PlatformTargetAgentDescription string
  PlatformTargetAgentId string
  PlatformTargetAgentName string
  PlatformTargetOriginalAgentType string
  SrcAgentBlueprintId string
  SrcAgentDescription string
  SrcAgentEntityKey string
  SrcAgentId string
  SrcAgentName string
  SrcAgentOriginalType string
  SrcFQDN string
  SrcIpAddr string
  SrcPortNumber int
  TargetAgentBlueprintId string
  TargetAgentDescription string
  TargetAgentEntityKey string
  TargetAgentId string
  TargetAgentName string
  TargetAgentOriginalType string
  TargetAgentUserId string
  TargetAgentUsername string
  ToolDescription string
  ToolId string
  ToolName string
  ToolOriginalType string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
