import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmsoftwareinventory-table */
export const deviceTvmSoftwareInventory = defineTable(
  'DeviceTvmSoftwareInventory',
  'Software that is installed on devices, with its version and end of support.',
  `
  DeviceId string
  DeviceName string
  OSPlatform string
  OSVersion string
  OSArchitecture string
  SoftwareVendor string
  SoftwareName string
  SoftwareVersion string
  EndOfSupportStatus string
  EndOfSupportDate datetime
  ProductCodeCpe string
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmsoftwarevulnerabilities-table */
export const deviceTvmSoftwareVulnerabilities = defineTable(
  'DeviceTvmSoftwareVulnerabilities',
  'Vulnerabilities of the software on devices.',
  `
  DeviceId string
  DeviceName string
  OSPlatform string
  OSVersion string
  OSArchitecture string
  SoftwareVendor string
  SoftwareName string
  SoftwareVersion string
  CveId string
  VulnerabilitySeverityLevel string
  RecommendedSecurityUpdate string
  RecommendedSecurityUpdateId string
  CveTags dynamic
  CveMitigationStatus string
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmsoftwarevulnerabilitieskb-table */
export const deviceTvmSoftwareVulnerabilitiesKB = defineTable(
  'DeviceTvmSoftwareVulnerabilitiesKB',
  'What is known of vulnerabilities: score, exploits, affected software.',
  `
  CveId string
  CvssScore real
  CvssVector string
  EpssScore real
  IsExploitAvailable bool
  VulnerabilitySeverityLevel string
  LastModifiedTime datetime
  PublishedDate datetime
  VulnerabilityDescription string
  AffectedSoftware dynamic
  TimeGenerated datetime
  TenantId string
  Timestamp datetime
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmsecureconfigurationassessment-table */
export const deviceTvmSecureConfigurationAssessment = defineTable(
  'DeviceTvmSecureConfigurationAssessment',
  'Whether devices comply with security configurations.',
  `
  DeviceId string
  DeviceName string
  OSPlatform string
  Timestamp datetime
  ConfigurationId string
  ConfigurationCategory string
  ConfigurationSubcategory string
  ConfigurationImpact real
  IsCompliant bool
  IsApplicable bool
  Context dynamic
  IsExpectedUserImpact bool
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-devicetvmsecureconfigurationassessmentkb-table */
export const deviceTvmSecureConfigurationAssessmentKB = defineTable(
  'DeviceTvmSecureConfigurationAssessmentKB',
  'What security configurations ask, and why.',
  `
  ConfigurationId string
  ConfigurationImpact real
  ConfigurationName string
  ConfigurationDescription string
  RiskDescription string
  ConfigurationCategory string
  ConfigurationSubcategory string
  ConfigurationBenchmarks dynamic
  Tags dynamic
  RemediationOptions string
  TimeGenerated datetime
  TenantId string
  Timestamp datetime
  RelatedMitreTechniques dynamic
  RelatedMitreTactics dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
