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

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/linuxauditlog */
export const linuxAuditLog = defineTable(
  'LinuxAuditLog',
  'Events of the Linux audit daemon.',
  `
  TimeGenerated datetime
  a0 string
  a1 string
  a2 string
  a3 string
  a4 string
  a5 string
  a6 string
  a7 string
  a8 string
  a9 string
  acct string
  addr string
  arch string
  argc long
  audit_user string
  AuditID string
  auid long
  cmd string
  comm string
  Computer string
  ComputerEnvironment string
  cwd string
  data string
  effective_group string
  effective_user string
  egid long
  euid long
  exe string
  exit string
  ExternalAgentIp string
  family string
  filetype string
  gid long
  group string
  hostname string
  icmptype string
  key string
  ManagementGroup string
  ManagementGroupName string
  node string
  op string
  path string
  pid long
  ppid long
  RawRecord string
  RecordType string
  res string
  ResourceId string
  result string
  SerialNumber string
  ses long
  SourceComputerId string
  success string
  syscall string
  terminal string
  TimeUploaded datetime
  tty string
  uid long
  user string
  vm string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
