import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/intunedevices */
export const intuneDevices = defineTable(
  'IntuneDevices',
  'Devices that Intune manages.',
  `
  TimeGenerated datetime
  TenantId string
  OperationName string
  Result string
  SourceSystem string
  DeviceId string
  DeviceName string
  UPN string
  LastContact string
  OSVersion string
  OS string
  CompliantState string
  Ownership string
  ManagedBy string
  Model string
  SerialNumber string
  Manufacturer string
  CreatedDate string
  DeviceState string
  UserEmail string
  UserName string
  IMEI string
  PhoneNumber string
  DeviceRegistrationState string
  ReferenceId string
  ManagedDeviceName string
  GraphDeviceIsManaged bool
  CategoryName string
  EncryptionStatusString string
  SubscriberCarrierNetwork string
  JoinType string
  SupervisedStatusString string
  WifiMacAddress string
  StorageTotal long
  StorageFree long
  AndroidPatchLevel string
  MEID string
  InGracePeriodUntil string
  JailBroken string
  SkuFamily string
  EasID string
  PrimaryUser string
  BatchId string
  IntuneAccountId string
  AADTenantId string
  Stats dynamic
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/intuneauditlogs */
export const intuneAuditLogs = defineTable(
  'IntuneAuditLogs',
  'What was done in Intune.',
  `
  TimeGenerated datetime
  SourceSystem string
  OperationName string
  Category string
  ResultType string
  ResultDescription string
  CorrelationId string
  Identity string
  Properties string
  Type string
  _IsBillable string
  _BilledSize real
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/intuneoperationallogs */
export const intuneOperationalLogs = defineTable(
  'IntuneOperationalLogs',
  'Operations of Intune.',
  `
  TimeGenerated datetime
  SourceSystem string
  OperationName string
  Category string
  Properties string
  Result string
  Type string
  _IsBillable string
  _BilledSize real
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/intunedevicecomplianceorg */
export const intuneDeviceComplianceOrg = defineTable(
  'IntuneDeviceComplianceOrg',
  'Compliance of devices.',
  `
  TimeGenerated datetime
  TenantId string
  Result string
  DeviceName string
  UPN string
  ComplianceState string
  OSDescription string
  OSVersion string
  OS string
  OwnerType string
  DeviceId string
  LastContact string
  UserId string
  IMEI string
  SerialNumber string
  RetireAfterDatetime string
  ManagementAgents string
  DeviceType string
  UserName string
  InGracePeriodUntil string
  DeviceHealthThreatLevel string
  UserEmail string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
