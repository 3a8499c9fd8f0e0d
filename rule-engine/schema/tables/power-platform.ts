import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/powerappsactivity */
export const powerAppsActivity = defineTable(
  'PowerAppsActivity',
  'What was done in Power Apps.',
  `
  TimeGenerated datetime
  ActorName string
  ActorUserId string
  ActorUserType string
  AdditionalInfo dynamic
  EventOriginalType string
  EventOriginalUid string
  EventResult string
  ObjectId string
  OrganizationId string
  RecordType string
  SrcIpAddr string
  TargetAppName string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/powerautomateactivity */
export const powerAutomateActivity = defineTable(
  'PowerAutomateActivity',
  'What was done in Power Automate.',
  `
  TimeGenerated datetime
  ActorName string
  ActorUserId string
  ActorUserType string
  AdditionalInfo dynamic
  EventOriginalType string
  EventOriginalUid string
  EventResult string
  FlowConnectorNames string
  FlowDetailsUrl string
  LicenseDisplayName string
  ObjectId string
  OrganizationId string
  RecipientUpn string
  RecordType string
  SharingPermission string
  SrcIpAddr string
  UserUpn string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/powerbiactivity */
export const powerBIActivity = defineTable(
  'PowerBIActivity',
  'What was done in Power BI.',
  `
  TimeGenerated datetime
  Activity string
  ActivityId string
  ActorName string
  ActorUserId string
  ActorUserType string
  DashboardId string
  DashboardName string
  DataClassification string
  DatasetName string
  DistributionMethod string
  EventOriginalType string
  EventOriginalUid string
  EventProduct string
  EventResult string
  EventVendor string
  FolderAccessRequests dynamic
  IsSuccess string
  ItemName string
  MembershipInformation string
  ObjectId string
  OrganizationId string
  OrgAppPermission string
  PbiWorkspaceName string
  RecordType string
  ReportName string
  RequestId string
  Scope string
  SharingInformation string
  SrcIpAddr string
  SwitchState string
  TargetAppName string
  UserAgent string
  UserType string
  Workload string
  WorkspaceId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/powerplatformconnectoractivity */
export const powerPlatformConnectorActivity = defineTable(
  'PowerPlatformConnectorActivity',
  'What was done with connectors of Power Platform.',
  `
  TimeGenerated datetime
  ActorName string
  ActorUserId string
  ActorUserType string
  AdditionalInfo dynamic
  ConnectorId string
  EventOriginalType string
  EventOriginalUid string
  EventResult string
  ObjectId string
  OrganizationId string
  RecordType string
  SrcIpAddr string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/powerplatformdlpactivity */
export const powerPlatformDlpActivity = defineTable(
  'PowerPlatformDlpActivity',
  'What was done with data policies of Power Platform.',
  `
  TimeGenerated datetime
  ActorName string
  ActorUserId string
  ActorUserType string
  AdditionalInfo dynamic
  EventOriginalType string
  EventOriginalUid string
  EventResult string
  ObjectId string
  OrganizationId string
  PolicyName string
  RecordType string
  SrcIpAddr string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/projectactivity */
export const projectActivity = defineTable(
  'ProjectActivity',
  'What was done in Microsoft Project.',
  `
  TimeGenerated datetime
  ActorName string
  ActorUserId string
  ActorUserType string
  EventOriginalType string
  EventOriginalUid string
  EventProduct string
  EventResult string
  EventVendor string
  ObjectId string
  OnBehalfOfResId string
  OrganizationId string
  ProjectAction string
  ProjectEntity string
  RecordType string
  Scope string
  SrcIpAddr string
  UserType string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
