import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/event */
export const event = defineTable(
  'Event',
  'Events of Windows event logs, other than the security log.',
  `
  TimeGenerated datetime Date and time the record was created
  TenantId string
  AzureDeploymentID string Azure deployment ID of the cloud service the log belongs to
  Computer string Name of the computer that the event was collected from
  EventCategory int Category of the event
  EventData string All event data in raw format
  EventID int Number of the event
  EventLevel int Severity of the event in numeric form
  EventLevelName string Severity of the event in text form
  EventLog string Name of the event log that the event was collected from
  ManagementGroupName string Name of the management group for System Center Operations Manager agents
  Message string Event message for the different Languages
  ParameterXml string Event parameter values in XML format
  RenderedDescription string Event description with parameter values
  Role string Role of the cloud service the log belongs to
  Source string Source of the event
  SourceSystem string The type of agent the event was collected by
  Type string The name of the table
  UserName string User name of the account that logged the event
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  _ResourceId string A unique identifier for the resource that the record is associated with
  _SubscriptionId string A unique identifier for the subscription that the record is associated with
`,
);
