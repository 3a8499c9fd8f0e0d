import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azkvauditlogs */
export const azkvAuditLogs = defineTable(
  'AZKVAuditLogs',
  'Requests to key vaults.',
  `
  TimeGenerated datetime
  TenantId string
  ResultType string
  OperationName string
  ResultDescription string
  CorrelationId string
  CallerIpAddress string
  OperationVersion string
  Identity dynamic
  Properties dynamic
  Nsp dynamic
  KeyProperties dynamic
  SecretProperties dynamic
  CertificateProperties dynamic
  CertificatePolicyProperties dynamic
  CertificateIssuerProperties dynamic
  CertificateRequestProperties dynamic
  StorageAccountProperties dynamic
  StorageSasDefinitionProperties dynamic
  Id string
  Algorithm string
  ClientInfo string
  SubnetId string
  HttpStatusCode int
  RequestUri string
  IsAddressAuthorized bool
  AddressAuthorizationType string
  IsAccessPolicyMatch bool
  IsRbacAuthorized bool
  AppliedAssignmentId string
  TrustedService string
  Tlsversion string
  VaultProperties dynamic
  Sku dynamic
  NetworkAcls dynamic
  EnabledForDeployment bool
  EnabledForDiskEncryption bool
  EnabledForTemplateDeployment bool
  EnableSoftDelete bool
  SoftDeleteRetentionInDays int
  EnableRbacAuthorization bool
  EnablePurgeProtection bool
  HsmPoolResourceId string
  ResultSignature string
  DurationMs int
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
