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

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dnsauditevents */
export const dnsAuditEvents = defineTable(
  'DnsAuditEvents',
  'Audit events of Windows DNS servers.',
  `
  TimeGenerated datetime
  Action string
  ActiveKey string
  AdditionalData dynamic
  Base64Data string
  BufferSize int
  ChildZone string
  ClientSubnetList string
  ClientSubnetRecord string
  Condition string
  Criteria string
  CryptoAlgorithm string
  CurrentRolloverStatus string
  CurrentState string
  DenialOfExistence string
  Digest string
  DigestType string
  DistributeTrustAnchor string
  DnsKeyRecordSetTtl int
  DnsKeySignatureValidityPeriod int
  DnsQuery string
  DnsQueryType int
  DSRecordGenerationAlgorithm string
  DSRecordSetTtl int
  DSSignatureValidityPeriod int
  EnableRfc5011KeyRollover string
  EventGuid string
  EventId string
  EventString string
  EventType string
  FilePath string
  Forwarders string
  InitialRolloverOffset int
  IsEnabled string
  IsKeyMasterServer string
  KeyId string
  KeyLength int
  KeyMasterServer string
  KeyOrZone string
  KeyProtocol string
  KeyStorageProvider string
  KeyTag int
  KeyType string
  KskOrZsk string
  LastRolloverTime datetime
  ListenAddresses string
  LookupValue string
  MasterServer string
  NameServer string
  NewPropertyValues string
  NewValue string
  NextKey string
  NextRolloverAction string
  NextRolloverTime datetime
  NodeName string
  NSec3HashAlgorithm int
  NSec3Iterations int
  NSec3OptOut string
  NSec3RandomSaltLength int
  NSec3UserSalt string
  OldPropertyValues string
  ParentHasSecureDelegation string
  Policy string
  ProcessingOrder int
  PropagationTime int
  PropertyKey string
  RDATA string
  RecursionScope string
  ReplicationScope string
  RolloverPeriod int
  RolloverType string
  ScavengeServers string
  Scope string
  Scopes string
  SecureDelegationPollingPeriod int
  SeizedOrTransferred string
  ServerName string
  Setting string
  SignatureInceptionOffset int
  Source string
  StandbyKey string
  StoreKeysInAD string
  SubTreeAging string
  TTL int
  VirtualizationID string
  WithNewKeys string
  WithWithout string
  Zone string
  ZoneFile string
  ZoneName string
  ZoneScope string
  ZoneSignatureValidityPeriod int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
