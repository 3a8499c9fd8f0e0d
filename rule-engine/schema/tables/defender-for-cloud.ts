import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityrecommendation */
export const securityRecommendation = defineTable(
  'SecurityRecommendation',
  'Recommendations of Defender for Cloud.',
  `
  TimeGenerated datetime
  RecommendationId string
  RecommendationName string
  RecommendationDisplayName string
  ProviderName string
  Description string
  RecommendationState string
  DiscoveredTimeUTC datetime
  ResolvedTimeUTC datetime
  PolicyDefinitionId string
  RecommendationSeverity string
  AssessedResourceId string
  DeviceId string
  ResourceRegion string
  IsSnapshot bool
  RecommendationAdditionalData dynamic
  FirstEvaluationDate datetime
  StatusChangeDate datetime
  Environment string
  Properties dynamic
  Type string
  _IsBillable string
  _BilledSize real
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securitynestedrecommendation */
export const securityNestedRecommendation = defineTable(
  'SecurityNestedRecommendation',
  'Findings within recommendations.',
  `
  TimeGenerated datetime
  TenantId string
  SubAssessmentTimeGeneration datetime
  RecommendationSubscriptionId string
  ResourceGroup string
  AssessedResourceId string
  ParentRecommendationId string
  Id string
  RecommendationName string
  NestedRecommendationId string
  Description string
  RecommendationSeverity string
  RecommendationState string
  RemediationDescription string
  AdditionalData dynamic
  ResourceProviderType string
  Category string
  ResourceDetails dynamic
  Impact string
  Cause string
  VulnerabilityId string
  IsSnapshot bool
  SourceSystem string
  Type string
  RemidiationDescription string
  RecommendationLink string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityregulatorycompliance */
export const securityRegulatoryCompliance = defineTable(
  'SecurityRegulatoryCompliance',
  'Compliance with standards.',
  `
  TimeGenerated datetime
  TenantId string
  RegulatoryComplianceSubscriptionId string
  AssessedResourceId string
  RecommendationId string
  RecommendationName string
  ComplianceStandard string
  ComplianceControl string
  SkippedResources int
  PassedResources int
  FailedResources int
  State string
  ResourceProviderType string
  RecommendationLink string
  IsSnapshot bool
  Properties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securescores */
export const secureScores = defineTable(
  'SecureScores',
  'Secure scores.',
  `
  TimeGenerated datetime
  TenantId string
  SecureScoresSubscriptionId string
  AssessedResourceId string
  DisplayName string
  CurrentScore real
  MaxScore int
  PercentageScore real
  Weight long
  ResourceProviderType string
  IsSnapshot bool
  Environment string
  Properties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
