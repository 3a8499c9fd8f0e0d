import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/deviceinfo */
export const deviceInfo = defineTable(
  'DeviceInfo',
  'Devices and their operating systems.',
  `
  Timestamp datetime
  TimeGenerated datetime
  DeviceId string
  DeviceName string
  ClientVersion string
  PublicIP string
  OSArchitecture string
  OSPlatform string
  OSBuild long
  OSVersion string
  OSVersionInfo string
  OSDistribution string
  IsAzureADJoined bool
  JoinType string
  AadDeviceId string
  LoggedOnUsers dynamic
  RegistryDeviceTag string
  DeviceManualTags string
  DeviceDynamicTags string
  MachineGroup string
  OnboardingStatus string
  AdditionalFields dynamic
  DeviceCategory string
  DeviceType string
  DeviceSubtype string
  Model string
  Vendor string
  ExposureLevel string
  AssetValue string
  ExclusionReason string
  IsExcluded bool
  IsInternetFacing bool
  SensorHealthState string
  MergedDeviceIds string
  MergedToDeviceId string
  ConnectivityType string
  HostDeviceId string
  AwsResourceName string
  AzureResourceId string
  GcpFullResourceName string
  ReportId long
  TenantId string
  Type string
  HardwareUuid string
  CloudPlatforms string
  AzureVmId string
  AzureVmSubscriptionId string
  IsTransient bool
  OsBuildRevision string
  MitigationStatus string
  Site string
  DiscoverySources string
  DeviceObjectId string
  RestrictedDeviceSecurityOperations string
  SourceSystem string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/devicenetworkinfo */
export const deviceNetworkInfo = defineTable(
  'DeviceNetworkInfo',
  'Network adapters of devices.',
  `
  Timestamp datetime
  TimeGenerated datetime
  DeviceId string
  DeviceName string
  NetworkAdapterName string
  MacAddress string
  NetworkAdapterType string
  NetworkAdapterStatus string
  TunnelType string
  ConnectedNetworks dynamic
  DnsAddresses dynamic
  IPv4Dhcp string
  IPv6Dhcp string
  DefaultGateways dynamic
  IPAddresses dynamic
  NetworkAdapterVendor string
  ReportId long
  TenantId string
  Type string
  OnboardingStatus string
  NetworkAdapterDnsSuffix string
  MachineGroup string
  SourceSystem string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/devicefilecertificateinfo */
export const deviceFileCertificateInfo = defineTable(
  'DeviceFileCertificateInfo',
  'Certificates of signed files, as verified on devices.',
  `
  Timestamp datetime
  TimeGenerated datetime
  DeviceId string
  DeviceName string
  SHA1 string
  IsSigned bool
  SignatureType string
  Signer string
  SignerHash string
  Issuer string
  IssuerHash string
  CertificateSerialNumber string
  CrlDistributionPointUrls string
  CertificateCreationTime datetime
  CertificateExpirationTime datetime
  CertificateCountersignatureTime datetime
  IsTrusted bool
  IsRootSignerMicrosoft bool
  ReportId long
  TenantId string
  Type string
  MachineGroup string
  SourceSystem string
  _IsBillable string
  _BilledSize real
`,
);
