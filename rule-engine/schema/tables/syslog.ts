import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/syslog */
export const syslog = defineTable(
  'Syslog',
  'Syslog messages of Linux machines.',
  `
  TimeGenerated datetime Date and time the record was created
  TenantId string
  CollectorHostName string Name of the system on which the collector agent is installed
  Computer string Computer from which the event originated
  EventTime datetime Date and time that the event was generated
  Facility string The part of the system that generated the message
  HostIP string IP address of the system from which the message originated
  HostName string Name of the system from which the message originated
  ProcessID int ID of the process that generated the message
  ProcessName string Name of the process that generated the message
  SeverityLevel string Severity level of the event
  SourceSystem string The type of agent the event was collected by
  SyslogMessage string Text of the message
  Type string The name of the table
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  _ResourceId string A unique identifier for the resource that the record is associated with
  _SubscriptionId string A unique identifier for the subscription that the record is associated with
`,
);
