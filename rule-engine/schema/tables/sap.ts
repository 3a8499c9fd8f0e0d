import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/abapauditlog */
export const abapAuditLog = defineTable(
  'ABAPAuditLog',
  'The security audit log of SAP systems.',
  `
  TimeGenerated datetime
  AbapProgramName string
  AgentId string
  AlertSeverity real
  AlertSeverityText string
  AlertValue real
  AuditClassId real
  ClientId string
  Computer string
  Email string
  Host string
  Instance string
  MessageClass string
  MessageContainerId string
  MessageId string
  MessageText string
  MonitoringObjectName string
  MonitorShortName string
  RemoteIpCountry string
  RemoteIpLatitude real
  RemoteIpLongitude real
  SalDateChar8 string
  SalIpAddress string
  SalTimeChar6 string
  SapProcessType string
  SapWorkProcessName string
  SystemId string
  SystemNumber string
  SystemRole string
  SystemUniqueId string
  TerminalIpV6 string
  TransactionCode string
  UpdatedOn datetime
  User string
  Variable1 string
  Variable2 string
  Variable3 string
  Variable4 string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/abapauthorizationdetails */
export const abapAuthorizationDetails = defineTable(
  'ABAPAuthorizationDetails',
  'Authorisations of the users of SAP systems.',
  `
  TimeGenerated datetime
  AgentId string
  Authorization string
  AuthorizationGroup string
  ChildRole string
  ClientId string
  Field string
  High string
  Low string
  Object string
  Role string
  RoleType string
  SystemId string
  SystemRole string
  SystemUniqueId string
  TypeOfChange string
  UpdatedOn datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/abapchangedocslog */
export const abapChangeDocsLog = defineTable(
  'ABAPChangeDocsLog',
  'Changes of business objects in SAP systems, as their change documents have them.',
  `
  TimeGenerated datetime
  ActualChangeNumber string
  AgentId string
  ChangedTableKey string
  ChangeNumber string
  ClientId string
  CreatedFromPlannedChange string
  CurrencyKeyNew string
  CurrencyKeyOld string
  FieldName string
  FlagText string
  HeaderTypeOfChange string
  Instance string
  ItemTypeOfChange string
  Language string
  ObjectClass string
  ObjectId string
  PlannedChangeNumber string
  SystemId string
  SystemNumber string
  SystemRole string
  SystemUniqueId string
  TableName string
  TransactionCode string
  UOMNew string
  UOMOld string
  UpdatedOn datetime
  User string
  ValueNew string
  ValueOld string
  Version string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/abaptabledatalog */
export const abapTableDataLog = defineTable(
  'ABAPTableDataLog',
  'Changes of the data in tables of SAP systems.',
  `
  TimeGenerated datetime
  AgentId string
  ClientId string
  DBLogId string
  Host string
  Instance string
  Language string
  LogKey string
  NewValue string
  OldValue string
  OperationTypeSQL string
  Program string
  SystemId string
  SystemNumber string
  SystemRole string
  SystemUniqueId string
  TableField string
  TableName string
  TransactionCode string
  UpdatedOn datetime
  User string
  VersionNumber string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/abapuserdetails */
export const abapUserDetails = defineTable(
  'ABAPUserDetails',
  'Users of SAP systems.',
  `
  TimeGenerated datetime
  AgentId string
  ChangedOn datetime
  ClientId string
  CreatedOn datetime
  Email string
  LastChangedBy string
  LastSeen datetime
  LockedStatus string
  Profiles dynamic
  Roles dynamic
  SystemId string
  SystemRole string
  SystemUniqueId string
  Timezone string
  User string
  UserGroup string
  UserType string
  ValidityDate datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
