import { describe, expect, it } from 'vitest';
import { valueJson } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

async function load(text: string, name: string) {
  const { report, tables } = await loadSource(new File([text], name));
  const rows = (table: string, ...columns: readonly string[]) => {
    const found = tables.find((one) => one.name === table)?.table;
    return Array.from({ length: found?.length ?? 0 }, (_, row) =>
      columns.map((name) => {
        const column = found?.column(name);
        return column && JSON.parse(valueJson(column.get(row), column.type));
      }),
    );
  };
  const filled = report.tables.map((one) => [one.table, one.rows]);
  return { report, rows, filled };
}

const EVENT_DATA =
  '<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><Data Name="RuleName">-</Data>' +
  '<Data Name="UtcTime">2026-03-01 08:00:00.125</Data><Data Name="ProcessId">420</Data>' +
  '<Data Name="Image">/usr/bin/lua</Data><Data Name="CommandLine">lua -e &quot;print(1)&quot; &amp; true</Data>' +
  '<Data Name="User">root</Data><Data Name="Hashes">MD5=0A,IMPHASH=0B</Data></EventData>';
const SYSMON_1 = [['lua', 420, 'lua -e "print(1)" & true', '2026-03-01T08:00:00.1250000Z']];
const SYSMON_COLUMNS = ['FileName', 'ProcessId', 'ProcessCommandLine', 'Timestamp'];

describe('an export of a table that holds Windows events', () => {
  it('SecurityEvent fills DeviceProcessEvents by its 4688 and DeviceLogonEvents by its 4624', async () => {
    const csv = [
      'TenantId,TimeGenerated [UTC],Computer,EventSourceName,Channel,EventID,Account,CommandLine,NewProcessId,NewProcessName,ProcessId,SubjectDomainName,SubjectUserName,SubjectLogonId,TargetUserName,TargetLogonId,MandatoryLabel,LogonType,Type',
      't,"3/1/2026, 8:00:00.125 AM",pc1,Microsoft-Windows-Security-Auditing,Security,4688,LAB\\ada,"lua -e ""print(1)""",0x1a4,C:\\Lua\\lua.exe,0x10,LAB,ada,0x3e7,-,0x0,S-1-16-12288,,SecurityEvent',
      't,"3/1/2026, 8:00:01.000 AM",pc1,Microsoft-Windows-Security-Auditing,Security,4624,LAB\\ada,,,,0x10,LAB,pc1$,0x3e7,ada,0x99,,3,SecurityEvent',
      't,"3/1/2026, 8:00:02.000 AM",pc1,Microsoft-Windows-Security-Auditing,Security,1102,LAB\\ada,,,,,LAB,ada,0x3e7,,,,,SecurityEvent',
    ].join('\r\n');
    const { report, rows, filled } = await load(csv, 'export.csv');
    expect(filled).toEqual([
      ['SecurityEvent', 3],
      ['DeviceProcessEvents', 1],
      ['DeviceLogonEvents', 1],
    ]);
    expect(report.records).toBe(3);
    expect(
      rows(
        'DeviceProcessEvents',
        'Timestamp',
        'DeviceName',
        'FileName',
        'ProcessId',
        'ProcessCommandLine',
        'InitiatingProcessId',
        'AccountName',
        'LogonId',
        'ProcessIntegrityLevel',
        'AdditionalFields',
      ),
    ).toEqual([
      ['2026-03-01T08:00:00.1250000Z', 'pc1', 'lua.exe', 420, 'lua -e "print(1)"', 16, 'ada', 999, 'High', null],
    ]);
    expect(rows('DeviceLogonEvents', 'AccountName')).toEqual([['ada']]);
  });

  it('Event does by the XML of its Sysmon events; one whose XML is broken hides no other', async () => {
    const row = (data: string) => ({
      TimeGenerated: '2026-03-01T08:00:01Z',
      Source: 'Microsoft-Windows-Sysmon',
      EventLog: 'Microsoft-Windows-Sysmon/Operational',
      Computer: 'pc1',
      EventID: 1,
      EventData: data,
      Type: 'Event',
    });
    const item = `<DataItem type="System.XmlData" time="2026-03-01T08:00:01">${EVENT_DATA}</DataItem>`;
    const { rows, filled } = await load(JSON.stringify([row('<DataItem><EventData'), row(item)]), 'export.json');
    expect(rows('DeviceProcessEvents', ...SYSMON_COLUMNS)).toEqual(SYSMON_1);
    expect(rows('DeviceProcessEvents', 'AdditionalFields')).toEqual([[{ IMPHASH: '0b', RuleName: '-' }]]);
    expect(filled).toEqual([
      ['Event', 2],
      ['DeviceProcessEvents', 1],
    ]);
  });

  it('Syslog does by the messages of Sysmon for Linux', async () => {
    const system =
      '<System><Provider Name="Linux-Sysmon"/><EventID>1</EventID><TimeCreated SystemTime="2026-03-01T08:00:01Z"/><Computer>web1</Computer></System>';
    const row = (message: string) =>
      JSON.stringify({
        TimeGenerated: '2026-03-01T08:00:01Z',
        Computer: 'web1',
        Facility: 'user',
        HostName: 'web1',
        ProcessName: 'sysmon',
        SeverityLevel: 'info',
        SyslogMessage: message,
        Type: 'Syslog',
      });
    const lines = [row('Sysmon was started'), row(`<Event>${system}${EVENT_DATA}</Event>`)];
    const { rows, filled } = await load(lines.join('\n'), 'export.ndjson');
    expect(rows('DeviceProcessEvents', ...SYSMON_COLUMNS)).toEqual(SYSMON_1);
    expect(filled[0]).toEqual(['Syslog', 2]);
  });

  it('WindowsEvent does by its bag', async () => {
    const row = {
      TimeGenerated: '2026-03-01T08:00:00.125Z',
      Provider: 'Microsoft-Windows-Security-Auditing',
      Channel: 'Security',
      Computer: 'pc1',
      EventID: 4688,
      EventRecordId: '77',
      EventData: { NewProcessName: 'C:\\Lua\\lua', NewProcessId: '0x1a4', CommandLine: 'lua -e "print(1)" & true' },
      Type: 'WindowsEvent',
    };
    const { rows } = await load(JSON.stringify(row), 'export.json');
    expect(rows('DeviceProcessEvents', ...SYSMON_COLUMNS)).toEqual(SYSMON_1);
  });
});
