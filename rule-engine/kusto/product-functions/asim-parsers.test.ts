import { expect, test } from 'vitest';
import type { Table } from '../../columnar/table.ts';
import { tableFromRows } from '../../columnar/table-builder.ts';
import { evaluate } from '../../executor/evaluate.ts';
import { parseDatetime } from '../../functions/datetime-text.ts';
import { rowsOf } from '../../operators/relation.ts';
import { builtInTable, builtInTables } from '../../schema/catalogue.ts';
import type { Scalar } from '../../schema/value.ts';
import { compile } from '../compile.ts';
import { makeGlobals } from '../globals.ts';

const TIME = parseDatetime('2024-05-01') ?? null;
const globals = makeGlobals(builtInTables);

function loaded(name: string, ...rows: readonly Readonly<Record<string, Scalar>>[]): [string, Table] {
  const columns = builtInTable(name)?.columns ?? [];
  const withTime = rows.map((row): Readonly<Record<string, Scalar>> => ({ TimeGenerated: TIME, ...row }));
  const cells = withTime.map((row) => columns.map(({ name: of, type }) => row[of] ?? (type === 'string' ? '' : null)));
  return [name, tableFromRows(columns, cells)];
}

const xml = (fields: Readonly<Record<string, string>>) =>
  `<DataItem>${Object.entries(fields)
    .map(([name, value]) => `<Data Name="${name}">${value}</Data>`)
    .join('')}</DataItem>`;

const sysmon = (id: number, fields: Readonly<Record<string, string>>) => ({
  Source: 'Microsoft-Windows-Sysmon',
  EventID: id,
  Computer: 'pc',
  EventData: xml(fields),
});

const tables = new Map([
  loaded(
    'Event',
    sysmon(22, { QueryName: 'bad.example', QueryStatus: '9003', QueryResults: '-', Image: 'C:\\a&amp;b.exe' }),
    sysmon(3, { Protocol: 'tcp', Initiated: 'true', DestinationIp: '10.0.0.9', DestinationPort: '443', Image: 'x' }),
    sysmon(11, { TargetFilename: 'C:\\t\\é.txt', Image: 'C:\\x.exe', User: 'D\\u' }),
    sysmon(13, { EventType: 'SetValue', TargetObject: 'HKLM\\Run\\evil', Details: 'x.exe' }),
  ),
  loaded('WindowsEvent', {
    Provider: 'Microsoft-Windows-Sysmon',
    EventID: 22,
    Computer: 'pc2',
    EventData: new Map([
      ['QueryName', 'good.example'],
      ['QueryStatus', '0'],
      ['QueryResults', '::ffff:10.1.2.3;'],
    ]),
  }),
  loaded('ASimDnsActivityLogs', { DnsQuery: 'native.example', EventType: 'Query', EventResultDetails: 'NOERROR' }),
  loaded(
    'DeviceNetworkEvents',
    {
      ActionType: 'ConnectionSuccess',
      DeviceName: 'pc.lab.example',
      RemoteUrl: 'https://www.example.org',
      RemoteIP: '93.184.216.34',
      RemotePort: 443,
      LocalIP: '10.0.0.5',
      LocalPort: 50000,
      Protocol: 'TcpV4',
      InitiatingProcessFileName: 'lua.exe',
    },
    { ActionType: 'InboundConnectionAccepted', RemoteIP: '10.0.0.7', LocalIP: '10.0.0.5', LocalPort: 22 },
    { ActionType: 'NetworkSignatureInspected', RemoteIP: '10.0.0.7' },
  ),
  loaded('ASimWebSessionLogs', { Url: 'https://é.example/a', HttpUserAgent: 'curl/8', EventResultDetails: '404' }),
  loaded('DeviceFileEvents', {
    ActionType: 'FileRenamed',
    FolderPath: 'C:\\t',
    FileName: 'new.txt',
    PreviousFolderPath: 'C:\\t',
    PreviousFileName: 'old.txt',
    SHA256: 'ab12',
    InitiatingProcessAccountDomain: 'D',
    InitiatingProcessAccountName: 'u',
  }),
  loaded('DeviceRegistryEvents', {
    ActionType: 'RegistryValueDeleted',
    PreviousRegistryKey: 'HKLM\\Run',
    PreviousRegistryValueName: 'gone',
    RegistryValueType: 'String',
  }),
  loaded('DeviceLogonEvents', {
    ActionType: 'LogonFailed',
    LogonType: 'RemoteInteractive',
    AccountDomain: 'D',
    AccountName: 'u',
    RemoteIP: '-',
    FailureReason: 'InvalidUserNameOrPassword',
  }),
  loaded('SecurityEvent', {
    EventID: 4624,
    LogonType: 3,
    TargetDomainName: 'D',
    TargetUserName: 'admin',
    IpAddress: '10.0.0.8',
    IpPort: '0',
  }),
]);

async function ask(query: string): Promise<readonly (readonly Scalar[])[]> {
  const { plan, diagnostics } = compile(query, globals);
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  const catalogue = { table: (name: string) => tables.get(name) };
  const relation = await evaluate(plan, { catalogue, now: 0n, checkpoint: async () => {} });
  return Array.from(rowsOf(relation), (row) => relation.columns.map((column) => column.get(row)));
}

test.each([
  ['_Im_Dns | project DnsQuery', [['bad.example'], ['good.example'], ['native.example']]],
  [
    '_Im_Dns(responsecodename = "NXDOMAIN") | project DnsQuery, DnsResponseCode, EventResult, Process, DnsResponseName',
    [['bad.example', 3, 'Failure', 'C:\\a&b.exe', '']],
  ],
  ['imDns(response_has_ipv4 = "10.1.2.3", pack = true) | project Domain, Src', [['good.example', 'pc2']]],
  ['_Im_Dns(eventtype = "lookup", domain_has_any = dynamic(["native"])) | count', [[1n]]],
  ['_Im_Dns(starttime = datetime(2024-05-02)) | count', [[0n]]],
  ['_Im_Dns(eventtype = "other") | count', [[0n]]],
  [
    '_Im_NetworkSession | project NetworkDirection, SrcIpAddr, DstIpAddr, DstPortNumber, SrcProcessName',
    [
      ['Outbound', '10.0.0.5', '93.184.216.34', 443, 'lua.exe'],
      ['Inbound', '10.0.0.7', '10.0.0.5', 22, ''],
      ['Outbound', '', '10.0.0.9', 443, 'x'],
    ],
  ],
  [
    'imNetworkSession(hostname_has_any = dynamic(["www"])) | project DstFQDN, DstDomain, DvcHostname, NetworkProtocol',
    [['www.example.org', 'example.org', 'pc', 'TCP']],
  ],
  ['_Im_NetworkSession(dstportnumber = 443, ipaddr_has_any_prefix = dynamic(["10.0.0."])) | count', [[2n]]],
  ['_Im_NetworkSession(eventresult = "Failure") | count', [[0n]]],
  [
    '_Im_WebSession(url_has_any = dynamic(["é"]), eventresultdetails_in = dynamic(["404"])) | project UserAgent',
    [['curl/8']],
  ],
  ['imWebSession(httpuseragent_has_any = dynamic(["wget"])) | count', [[0n]]],
  [
    '_Im_FileEvent | project EventType, TargetFilePath, TargetFileName, SrcFilePath, User, Hash',
    [
      ['FileRenamed', 'C:\\t\\new.txt', 'new.txt', 'C:\\t\\old.txt', 'D\\u', 'ab12'],
      ['FileCreated', 'C:\\t\\é.txt', 'é.txt', '', 'D\\u', ''],
    ],
  ],
  ['imFileEvent(eventtype_in = dynamic(["filecreated"]), hashes_has_any = dynamic([])) | count', [[1n]]],
  ['imFileEvent(hashes_has_any = dynamic(["ab12"])) | count', [[1n]]],
  [
    '_Im_RegistryEvent | project EventType, RegistryKey, RegistryValue, RegistryValueType, RegistryValueData',
    [
      ['RegistryValueDeleted', 'HKLM\\Run', 'gone', 'Reg_Sz', ''],
      ['RegistryValueSet', 'HKLM\\Run', 'evil', '', 'x.exe'],
    ],
  ],
  ['imRegistryEvent(registryvalue_has_any = dynamic(["evil"]), disabled = false) | count', [[1n]]],
  [
    '_Im_Authentication | project EventType, EventSubType, EventResult, TargetUsername, SrcIpAddr, EventResultDetails',
    [
      ['Logon', 'RemoteInteractive', 'Failure', 'D\\u', '', 'No such user or password'],
      ['Logon', 'Remote', 'Success', 'D\\admin', '10.0.0.8', ''],
    ],
  ],
  ['imAuthentication(username_has_any = dynamic(["admin"]), eventresult = "success") | count', [[1n]]],
  ['_ASim_Authentication(disabled = true) | count', [[0n]]],
])('%s', async (query, expected) => {
  expect(await ask(query)).toEqual(expected);
});

test.each([
  ['_Im_Dns'],
  ['_Im_NetworkSession'],
  ['_Im_WebSession'],
  ['_Im_FileEvent'],
  ['_Im_RegistryEvent'],
  ['_Im_Authentication'],
])('the sources of %s agree on the types of their columns', async (parser) => {
  const types = '_(bool|datetime|dynamic|int|long|real|string)$';
  expect(await ask(`${parser} | getschema | where ColumnName matches regex '${types}'`)).toEqual([]);
});

test.each([['_Im_Dns'], ['_Im_Dns()']])('%s says which tables it reads', (query) => {
  const { diagnostics } = compile(query, globals);
  expect(diagnostics).toMatchObject([{ code: 'sources-of-function', severity: 'warning' }]);
  expect(diagnostics[0].message).toContain('ASimDnsActivityLogs');
});
