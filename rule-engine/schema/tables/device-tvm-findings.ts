import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvminfogathering-table */
export const deviceTvmInfoGathering = defineTable(
  'DeviceTvmInfoGathering',
  'What was assessed of devices.',
  `
  Timestamp datetime
  TimeGenerated datetime
  LastSeenTime datetime
  DeviceId string
  DeviceName string
  OSPlatform string
  AdditionalFields dynamic
  TenantId string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvminfogatheringkb-table */
export const deviceTvmInfoGatheringKB = defineTable(
  'DeviceTvmInfoGatheringKB',
  'Properties that are assessed.',
  `
  IgId string
  FieldName string
  Description string
  Categories dynamic
  DataStructure string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmbrowserextensions-table */
export const deviceTvmBrowserExtensions = defineTable(
  'DeviceTvmBrowserExtensions',
  'Extensions of browsers.',
  `
  DeviceId string
  BrowserName string
  ExtensionId string
  ExtensionName string
  ExtensionDescription string
  ExtensionVersion string
  ExtensionRisk string
  ExtensionVendor string
  IsActivated string
  InstallationTime datetime
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmbrowserextensionskb-table */
export const deviceTvmBrowserExtensionsKB = defineTable(
  'DeviceTvmBrowserExtensionsKB',
  'What is known of extensions of browsers.',
  `
  BrowserName string
  ExtensionId string
  ExtensionName string
  ExtensionDescription string
  ExtensionVersion dynamic
  ExtensionRisk string
  PermissionId string
  PermissionName string
  PermissionDescription string
  PermissionRisk string
  IsPermissionRequired string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmcertificateinfo-table */
export const deviceTvmCertificateInfo = defineTable(
  'DeviceTvmCertificateInfo',
  'Certificates on devices.',
  `
  DeviceId string
  Thumbprint string
  Path string
  SerialNumber string
  IssuedTo dynamic
  IssuedBy dynamic
  FriendlyName string
  SignatureAlgorithm string
  KeySize string
  ExpirationDate string
  IssueDate string
  SubjectType string
  KeyUsage string
  ExtendedKeyUsage string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmhardwarefirmware-table */
export const deviceTvmHardwareFirmware = defineTable(
  'DeviceTvmHardwareFirmware',
  'Hardware and firmware of devices.',
  `
  DeviceId string
  DeviceName string
  ComponentType string
  Manufacturer string
  ComponentName string
  ComponentFamily string
  ComponentVersion string
  AdditionalFields dynamic
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmsoftwareevidencebeta-table */
export const deviceTvmSoftwareEvidenceBeta = defineTable(
  'DeviceTvmSoftwareEvidenceBeta',
  'Evidence of software.',
  `
  DeviceId string
  SoftwareVendor string
  SoftwareName string
  SoftwareVersion string
  RegistryPaths dynamic
  DiskPaths dynamic
  LastSeenTime string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicebaselinecomplianceassessment-table */
export const deviceBaselineComplianceAssessment = defineTable(
  'DeviceBaselineComplianceAssessment',
  'Baselines that devices meet.',
  `
  DeviceId string
  DeviceName string
  OSPlatform string
  OSVersion string
  ConfigurationId string
  ProfileId string
  IsCompliant bool
  IsApplicable bool
  Source dynamic
  RecommendedValue dynamic
  CurrentValue dynamic
  IsExempt bool
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicebaselinecomplianceassessmentkb-table */
export const deviceBaselineComplianceAssessmentKB = defineTable(
  'DeviceBaselineComplianceAssessmentKB',
  'Checks of baselines.',
  `
  ConfigurationId string
  ConfigurationName string
  ConfigurationDescription string
  ConfigurationRationale string
  ConfigurationCategory string
  BenchmarkProfileLevels dynamic
  CCEReference string
  RemediationOptions string
  ConfigurationBenchmark string
  Source dynamic
  RecommendedValue dynamic
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicebaselinecomplianceprofiles-table */
export const deviceBaselineComplianceProfiles = defineTable(
  'DeviceBaselineComplianceProfiles',
  'Profiles of baselines.',
  `
  ProfileId string
  ProfileName string
  ProfileDescription string
  OSPlatform dynamic
  OSVersion string
  BaseBenchmark string
  BenchmarkVersion string
  BenchmarkProfileLevel string
  Status bool
  CreatedBy string
  CreatedOn datetime
  LastUpdatedBy string
  LastUpdatedOn datetime
`,
);
