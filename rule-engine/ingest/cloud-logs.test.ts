import { describe, expect, it } from 'vitest';
import { valueText } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

async function load(name: string, content: object | string) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { report, tables } = await loadSource(new File([text], name));
  const rows = (table: string, ...columns: readonly string[]) => {
    const found = tables.find((one) => one.name === table)?.table;
    return Array.from({ length: found?.length ?? 0 }, (_, row) =>
      columns.map((column) => {
        const value = found?.column(column);
        return value === undefined ? undefined : valueText(value.get(row), value.type);
      }),
    );
  };
  return { report, rows, leftover: report.tables.flatMap((table) => table.leftover.map(({ field }) => field)) };
}

const TIME = '2026-01-05T08:30:01Z';

describe('AWS', () => {
  const event = {
    eventVersion: '1.08',
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::1:assumed-role/lua/ada',
      sessionContext: {
        sessionIssuer: { type: 'Role', userName: 'lua' },
        attributes: { creationDate: TIME, mfaAuthenticated: 'false' },
      },
    },
    eventTime: TIME,
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '192.0.2.1',
    requestParameters: { instanceType: 't3.micro' },
    eventID: 'e1',
    requestID: 'r1',
    readOnly: false,
    eventCategory: 'Management',
  };

  it.each([
    ['a file of a trail', { Records: [event] }],
    ['an event of a bus', { version: '0', source: 'aws.ec2', 'detail-type': 'AWS API Call', detail: event }],
  ])('CloudTrail fills its table: %s', async (_, content) => {
    const { report, rows, leftover } = await load('trail.json', content);
    const columns = ['EventName', 'UserIdentityType', 'SessionIssuerUserName', 'SessionMfaAuthenticated', 'ReadOnly'];
    expect(rows('AWSCloudTrail', ...columns)).toEqual([['RunInstances', 'AssumedRole', 'lua', 'False', 'False']]);
    expect(rows('AWSCloudTrail', 'AWSRegion', 'RequestParameters', 'TimeGenerated')).toEqual([
      ['eu-west-1', '{"instanceType":"t3.micro"}', '2026-01-05T08:30:01.0000000Z'],
    ]);
    expect(leftover).toContain('eventCategory');
    expect(report.errorCount).toBe(0);
  });

  it('GuardDuty’s findings fill theirs, with the whole part of their severity', async () => {
    const { rows, report } = await load('findings.json', {
      schemaVersion: '2.0',
      arn: 'a',
      type: 'Recon:EC2/Portscan',
      severity: 5.5,
      createdAt: TIME,
      resource: { resourceType: 'Instance' },
      service: { count: 1 },
    });
    expect(rows('AWSGuardDuty', 'ActivityType', 'Severity', 'ResourceDetails')).toEqual([
      ['Recon:EC2/Portscan', '5', '{"resourceType":"Instance"}'],
    ]);
    expect(report.errorCount).toBe(0);
  });
});

describe('Microsoft 365’s audit log', () => {
  const audit = {
    CreationTime: '2026-01-05T08:30:01',
    Id: 'r1',
    Operation: 'New-InboxRule',
    RecordType: 1,
    UserType: 2,
    Workload: 'Exchange',
    UserId: 'ada@contoso.com',
    ClientIPAddress: '192.0.2.1',
    Parameters: [{ Name: 'Name', Value: 'x' }],
    Unheard: 'of',
  };
  const quoted = JSON.stringify(audit).replaceAll('"', '""');

  it.each([
    ['the Management Activity API', 'audit.json', [audit]],
    ['the portal', 'audit.csv', `RecordId,CreationDate,RecordType,Operation,AuditData\nr1,${TIME},1,x,"${quoted}"\n`],
  ])('fills OfficeActivity: %s', async (_, name, content) => {
    const { rows, leftover } = await load(name, content);
    const columns = ['TimeGenerated', 'RecordType', 'UserType', 'OfficeWorkload', 'Operation', 'Client_IPAddress'];
    expect(rows('OfficeActivity', ...columns)).toEqual([
      ['2026-01-05T08:30:01.0000000Z', 'ExchangeAdmin', 'Admin', 'Exchange', 'New-InboxRule', '192.0.2.1'],
    ]);
    expect(rows('OfficeActivity', 'Parameters', 'OfficeId')).toEqual([['[{"Name":"Name","Value":"x"}]', 'r1']]);
    expect(leftover).toContain('Unheard');
  });
});

describe('Azure', () => {
  const signIn = {
    id: 's1',
    createdDateTime: TIME,
    userPrincipalName: 'ada@contoso.com',
    userId: 'u1',
    appId: 'a1',
    ipAddress: '192.0.2.1',
    resourceId: 'r1',
    isInteractive: true,
    status: { errorCode: 50126, failureReason: 'Invalid password' },
    location: { city: 'Berlin', countryOrRegion: 'DE' },
    appliedConditionalAccessPolicies: [],
  };
  const envelope = {
    time: TIME,
    resourceId: '/tenants/t/providers/Microsoft.aadiam',
    operationName: 'Sign-in activity',
    category: 'SignInLogs',
    tenantId: 't',
    resultType: '50126',
    callerIpAddress: '192.0.2.1',
    location: 'DE',
    Level: 4,
  };
  const columns = ['Category', 'ResultType', 'UserPrincipalName', 'IPAddress', 'Location', 'LocationDetails'];
  const row = ['SignInLogs', '50126', 'ada@contoso.com', '192.0.2.1', 'DE', '{"city":"Berlin","countryOrRegion":"DE"}'];

  it.each([
    ['as diagnostic settings send them', { records: [{ ...envelope, properties: signIn }] }],
    ['as Microsoft Graph gives them', { '@odata.context': 'x', value: [signIn] }],
  ])('sign-ins fill SigninLogs, %s', async (_, content) => {
    const { rows, leftover } = await load('signins.json', content);
    expect(rows('SigninLogs', ...columns)).toEqual([row]);
    expect(rows('SigninLogs', 'ResourceIdentity', 'TimeGenerated')).toEqual([['r1', '2026-01-05T08:30:01.0000000Z']]);
    expect(leftover).toEqual([]);
  });

  it('each kind of Microsoft Entra’s events goes to its table', async () => {
    const { report } = await load(
      'entra.json',
      [
        { ...signIn, isInteractive: false },
        { ...signIn, userPrincipalName: null, userId: null },
        {
          activityDateTime: TIME,
          activityDisplayName: 'Add user',
          initiatedBy: { user: {} },
          category: 'UserManagement',
        },
        { ...envelope, category: 'RiskyUsers', properties: { riskLevel: 'high' } },
        { ...envelope, category: 'Unheard', properties: {} },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    );
    expect(report.tables.map(({ table, rows }) => [table, rows])).toEqual([
      ['AADNonInteractiveUserSignInLogs', 1],
      ['AADServicePrincipalSignInLogs', 1],
      ['AuditLogs', 1],
      ['AADRiskyUsers', 1],
      ['entra', 1],
    ]);
  });

  it('the activity log fills AzureActivity', async () => {
    const { rows } = await load('activity.json', {
      time: TIME,
      resourceId: '/SUBSCRIPTIONS/S1/RESOURCEGROUPS/RG1/PROVIDERS/MICROSOFT.COMPUTE/VIRTUALMACHINES/VM1',
      operationName: 'MICROSOFT.COMPUTE/VIRTUALMACHINES/DELETE',
      category: 'Administrative',
      resultType: 'Success',
      correlationId: 'c1',
      identity: {
        claims: { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'ada@contoso.com' },
        authorization: { action: 'x' },
      },
      properties: { hierarchy: 'h' },
    });
    const columns = [
      'OperationNameValue',
      'ActivityStatusValue',
      'Caller',
      'SubscriptionId',
      'ResourceGroup',
      'Hierarchy',
    ];
    expect(rows('AzureActivity', ...columns)).toEqual([
      ['MICROSOFT.COMPUTE/VIRTUALMACHINES/DELETE', 'Success', 'ada@contoso.com', 'S1', 'RG1', 'h'],
    ]);
    expect(rows('AzureActivity', 'ResourceProviderValue', 'Authorization_d')).toEqual([
      ['MICROSOFT.COMPUTE', '{"action":"x"}'],
    ]);
  });
});
