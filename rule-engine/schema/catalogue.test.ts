import { expect, test } from 'vitest';
import { builtInTable, builtInTables } from './catalogue.ts';
import { hasColumn } from './define-table.ts';

test('no table has two columns of one name, and no two tables have one name', () => {
  expect(new Set(builtInTables.map((table) => table.name)).size).toBe(builtInTables.length);
  for (const table of builtInTables) {
    const names = table.columns.map((column) => column.name);
    expect(new Set(names).size, table.name).toBe(names.length);
  }
});

test('whether a table has a column is told from its text as from its columns', () => {
  const names = new Set(builtInTables.flatMap((table) => table.columns.map(({ name }) => name)));
  const words = ['', 'string', 'FileName string', 'filename', 'Name', '\n'];
  for (const table of builtInTables) {
    const own = new Set(table.columns.map(({ name }) => name));
    expect(
      [...names, ...words].filter((name) => hasColumn(table, name) !== own.has(name)),
      table.name,
    ).toEqual([]);
  }
});

test('tables of what happened on devices have their time under both names', () => {
  const devices = builtInTables.filter(({ name }) => /^Device(?!Tvm|Baseline)/.test(name));
  expect(devices.length).toBeGreaterThanOrEqual(7);
  for (const table of devices) {
    const times = table.columns.filter((column) => column.name === 'Timestamp' || column.name === 'TimeGenerated');
    expect(times.map((column) => column.type)).toEqual(['datetime', 'datetime']);
  }
});

test('the columns that the Lua rule reads are there with their types', () => {
  const columns = new Map(builtInTable('DeviceProcessEvents')?.columns.map((column) => [column.name, column.type]));
  expect(columns.get('ProcessCommandLine')).toBe('string');
  expect(columns.get('ProcessId')).toBe('long');
  expect(columns.get('ProcessCreationTime')).toBe('datetime');
});

test.each([
  ['SecurityIncident', 'IncidentNumber', 'int'],
  ['AADNonInteractiveUserSignInLogs', 'Status', 'string'],
  ['SigninLogs', 'Status', 'dynamic'],
  ['EntraIdSignInEvents', 'ErrorCode', 'int'],
  ['EntraIdSignInEvents', 'RiskLevelDuringSignIn', 'int'],
  ['AADSignInEventsBeta', 'AadDeviceId', 'string'],
  ['AADSignInEventsBeta', 'RiskEventTypes', 'string'],
  ['SecurityEvent', 'TimeCollected', 'datetime'],
  ['DeviceTvmSoftwareVulnerabilitiesKB', 'EpssScore', 'real'],
  ['DeviceAlertEvents', 'AlertId', 'string'],
  ['AWSCloudTrail', 'EventName', 'string'],
  ['AzureDiagnostics', 'Category', 'string'],
  ['ThreatIntelIndicators', 'ObservableValue', 'string'],
  ['ASimDnsActivityLogs', 'DnsQuery', 'string'],
  ['StorageQueueLogs', 'CallerIpAddress', 'string'],
  ['StorageTableLogs', 'ServerLatencyMs', 'real'],
  ['AKSAudit', 'ObjectRef', 'dynamic'],
  ['AKSAuditAdmin', 'RequestReceivedTime', 'datetime'],
  ['AppServiceAuditLogs', 'UserAddress', 'string'],
  ['AppServiceIPSecAuditLogs', 'CIp', 'string'],
  ['ApiManagementGatewayLogs', 'BackendTime', 'long'],
  ['McasShadowItReporting', 'UploadedBytes', 'int'],
  ['SentinelImpervaWAFCloudV2Logs', 'Act', 'string'],
  ['PowerAutomateActivity', 'FlowDetailsUrl', 'string'],
  ['CoreAzureBackup', 'LatestRecoveryPointTime', 'datetime'],
  ['AWSWAF', 'Headers', 'dynamic'],
  ['ASimDhcpEventLogs', 'DhcpLeaseDuration', 'int'],
])('%s has %s, a %s', (table, name, type) => {
  expect(builtInTable(table)?.columns).toContainEqual(expect.objectContaining({ name, type }));
});
