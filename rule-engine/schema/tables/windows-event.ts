import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/windowsevent */
export const windowsEvent = defineTable(
  'WindowsEvent',
  'Windows events, forwarded or collected, with their data as a property bag.',
  `
  TimeGenerated datetime The time stamp when the event was generated on the computer
  Channel string The channel to which the event was logged
  Computer string The name of the computer on which the event occurred
  Correlation string The activity identifiers that consumers can use to group related events together
  EventData dynamic Contains the event data parsed to dynamic type
  EventID int The identifier that the provider used to identify the event
  EventLevel int Contains the severity level of the event
  EventLevelName string The rendered message string of the level specified in the event
  EventOriginId string VM ID obtained from the Azure Instance Metadata Service (IMDS)
  EventRecordId string The record number assigned to the event when it was logged
  Keywords string A bitmask of the keywords defined in the event
  ManagementGroupName string Additional information based on the resource type
  Opcode string The opcode element is defined by the SystemPropertiesType complex type
  Provider string System Properties Type - Identifies the provider that logged the event
  RawEventData string The raw event XML when parsing fails
  SystemProcessId int Identifies the process that generated the event
  SystemThreadId int Identifies the thread that generated the event
  SystemUserId string The ID of the user who is responsible for the event
  Task int The task defined in the event
  TenantId string The Log Analytics workspace ID
  Type string The name of the table
  Version int Contains the version number of the event's definition
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  _ResourceId string A unique identifier for the resource that the record is associated with
  _SubscriptionId string A unique identifier for the subscription that the record is associated with
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dynamiceventcollection */
export const dynamicEventCollection = defineTable(
  'DynamicEventCollection',
  'Events that Defender collects where its own telemetry is extended.',
  `
  TimeGenerated datetime
  AccountSid string
  AdditionalFields dynamic
  AppGuardContainerId string
  DeviceId string
  DeviceName string
  EventId long
  InitiatingProcessAccountDomain string
  InitiatingProcessAccountName string
  InitiatingProcessAccountObjectId string
  InitiatingProcessAccountSid string
  InitiatingProcessAccountUpn string
  InitiatingProcessCreationTime datetime
  InitiatingProcessFolderPath string
  InitiatingProcessId long
  InitiatingProcessLogonId long
  InitiatingProcessMD5 string
  InitiatingProcessParentCreationTime datetime
  InitiatingProcessParentFileName string
  InitiatingProcessParentId long
  InitiatingProcessSHA1 string
  LocalIP string
  LocalPort int
  MachineGroup string
  ProcessCommandLine string
  RemoteDeviceName string
  RemoteIP string
  RemotePort int
  ReportId long
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
