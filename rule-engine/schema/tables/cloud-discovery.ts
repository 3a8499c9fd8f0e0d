import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mcasshadowitreporting */
export const mcasShadowItReporting = defineTable(
  'McasShadowItReporting',
  'Use of cloud apps that Defender for Cloud Apps discovered in the logs of firewalls and proxies.',
  `
  TimeGenerated datetime
  TenantId string
  StreamName string
  MachineName string
  MachineId string
  TotalEvents int
  BlockedEvents int
  UploadedBytes int
  TotalBytes int
  DownloadedBytes int
  IpAddress string
  UserName string
  EnrichedUserName string
  AppName string
  AppId string
  AppInstance string
  AppCategory string
  AppTags dynamic
  AppScore int
  Date datetime
  RawUserName string
  RichUserName string
  AadTenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
