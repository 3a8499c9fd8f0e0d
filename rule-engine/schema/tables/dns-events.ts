import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dnsevents */
export const dnsEvents = defineTable(
  'DnsEvents',
  'Queries to DNS servers of Windows.',
  `
  TimeGenerated datetime
  Computer string
  SourceSystem string
  EventId int
  SubType string
  ClientIP string
  Name string
  Result string
  IPAddresses string
  Message string
  TaskCategory string
  QueryType string
  ResultCode int
  MaliciousIP string
  IndicatorThreatType string
  Description string
  Confidence string
  Severity int
  RemoteIPLongitude real
  RemoteIPLatitude real
  RemoteIPCountry string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dnsinventory */
export const dnsInventory = defineTable(
  'DnsInventory',
  'Zones and records of DNS servers of Windows.',
  `
  TimeGenerated datetime
  Computer string
  SourceSystem string
  SubType string
  ResourceRecordName string
  ResourceRecordType string
  ZoneName string
  DomainName string
  ForestName string
  ServerIPs string
  DynamicUpdate string
  DnsSecSigned string
  NameServers string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);
