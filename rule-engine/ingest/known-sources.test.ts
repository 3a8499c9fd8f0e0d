import { describe, expect, it } from 'vitest';
import { datetimeText } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

async function load(text: string, name: string) {
  const { report, tables } = await loadSource(new File([text], name));
  const rows = (table: string, ...columns: readonly string[]) => {
    const found = tables.find((one) => one.name === table)?.table;
    return Array.from({ length: found?.length ?? 0 }, (_, row) =>
      columns.map((column) => found?.column(column)?.get(row)),
    );
  };
  return { report, rows };
}

/** More records than a file is judged by. */
const MANY = 3000;

describe('a file that begins with records which no mapping takes', () => {
  it('is an audit log all the same: its execve are found, its logins are no process events', async () => {
    const login = (serial: number) =>
      `type=USER_LOGIN msg=audit(1767225600.000:${serial}): pid=7 uid=0 auid=0 ses=1 msg='op=login exe="/usr/sbin/sshd" res=success'\n`;
    const execve = `type=SYSCALL msg=audit(1767225601.000:9000): arch=c000003e syscall=59 success=yes ppid=1 pid=9 exe="/usr/bin/lua"
type=EXECVE msg=audit(1767225601.000:9000): argc=2 a0="lua" a1="x"
type=EOE msg=audit(1767225601.000:9000):
`;
    const logins = Array.from({ length: MANY }, (_, serial) => login(serial)).join('');
    const { report, rows } = await load(logins + execve, 'audit.log');
    expect(rows('DeviceProcessEvents', 'FileName', 'ProcessCommandLine')).toEqual([['lua', 'lua x']]);
    expect(report.tables.map(({ table, rows: count }) => [table, count])).toEqual([
      ['audit', MANY],
      ['DeviceProcessEvents', 1],
    ]);
    const only = await load(logins, 'audit.log');
    expect(only.report.tables.map(({ table }) => table)).toEqual(['audit']);
  });

  it.each([
    [
      'osquery',
      '{"name":"pack_net_listening_ports","hostIdentifier":"web1","unixTime":1767225600,"action":"added","columns":{"port":"22"}}\n',
      '{"name":"pack_process_events","hostIdentifier":"web1","unixTime":1767225600,"action":"added","columns":{"pid":"7","path":"/usr/bin/lua","cmdline":"lua x"}}\n',
    ],
    [
      'the Elastic Common Schema',
      '{"@timestamp":"2026-01-01T00:00:00Z","ecs":{"version":"8.0.0"},"event":{"action":"connection_attempted","category":["network"]}}\n',
      '{"@timestamp":"2026-01-01T00:00:00Z","ecs":{"version":"8.0.0"},"event":{"action":"exec"},"process":{"executable":"/usr/bin/lua","command_line":"lua x"}}\n',
    ],
    [
      'OCSF',
      '{"class_uid":4001,"activity_id":1,"time":1767225600000}\n',
      '{"class_uid":1007,"activity_id":1,"time":1767225600000,"process":{"cmd_line":"lua x","file":{"path":"/usr/bin/lua"}}}\n',
    ],
  ])('of %s is mapped where it can be', async (_, other, process) => {
    const { rows } = await load(other.repeat(MANY) + process, 'events.ndjson');
    expect(rows('DeviceProcessEvents', 'FileName', 'ProcessCommandLine')).toEqual([['lua', 'lua x']]);
  });
});

describe('osquery', () => {
  const head = '"hostIdentifier":"web1","unixTime":1767225600,"calendarTime":"x","epoch":0,"counter":0';
  const row = (pid: number) => `{"pid":"${pid}","path":"/usr/bin/lua","cmdline":"lua ${pid}","parent":"1"}`;

  it('has a row for each of a snapshot, whose processes were there before', async () => {
    const { rows } = await load(
      `{"name":"processes","action":"snapshot",${head},"snapshot":[${row(7)},${row(8)}]}\n`,
      'osquery.log',
    );
    expect(rows('DeviceProcessEvents', 'ActionType', 'DeviceName', 'ProcessId', 'ProcessCommandLine')).toEqual([
      ['ProcessRunning', 'web1', 7n, 'lua 7'],
      ['ProcessRunning', 'web1', 8n, 'lua 8'],
    ]);
  });

  it('has a row for each that a batch adds, none for what it removes', async () => {
    const { rows, report } = await load(
      `{"name":"process_events",${head},"diffResults":{"added":[${row(7)}],"removed":[${row(8)}]}}\n`,
      'osquery.log',
    );
    expect(rows('DeviceProcessEvents', 'ActionType', 'ProcessId')).toEqual([['ProcessCreated', 7n]]);
    expect(report.tables.map(({ table, rows: count }) => [table, count])).toEqual([
      ['DeviceProcessEvents', 1],
      ['osquery', 1],
    ]);
  });
});

describe('NXLog', () => {
  const event = (fields: object) =>
    `${JSON.stringify({ SourceModuleType: 'im_msvistalog', SourceName: 'Microsoft-Windows-Security-Auditing', Channel: 'Security', EventID: 4688, EventTime: '2026-01-05 02:30:00', NewProcessName: 'C:\\lua.exe', ...fields })}\n`;

  it('writes local times: the zone is found in its other times, or the report says that there is none', async () => {
    const received = { EventReceivedTime: '2026-01-05 02:30:01', '@timestamp': '2026-01-05T08:30:02.000Z' };
    const [east, none] = [event(received), event({})];
    const sysmon = event({
      SourceName: 'Microsoft-Windows-Sysmon',
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 1,
      UtcTime: '2026-01-05 08:30:00.123',
    });
    const { report, rows } = await load(east + sysmon + none, 'nxlog.json');
    expect(rows('WindowsEvent', 'TimeGenerated').map(([time]) => datetimeText(time as bigint))).toEqual([
      '2026-01-05T08:30:00.0000000Z',
      '2026-01-05T08:30:00.0000000Z',
      '2026-01-05T02:30:00.0000000Z',
    ]);
    expect(report.assumptions).toEqual([
      { message: 'The time of an event has no time zone: it was taken for UTC', records: 1 },
    ]);
    expect((await load(east, 'nxlog.json')).report.assumptions).toBeUndefined();
  });

  it("hides a Sysmon event's fields behind its own of that name: its message has them", async () => {
    const sysmon = (id: number, message: string, fields: object = {}) =>
      event({
        SourceName: 'Microsoft-Windows-Sysmon',
        Channel: 'Microsoft-Windows-Sysmon/Operational',
        EventID: id,
        EventType: 'INFO',
        ProcessID: 2740,
        Message: `Some title:\r\nRuleName: -\r\n${message}\r\nImage: C:\\lua.exe`,
        UtcTime: '2026-01-05 08:30:00.123',
        ProcessGuid: '{11111111-2222-3333-4444-555555555555}',
        Image: 'C:\\lua.exe',
        ...fields,
      });
    const key = { TargetObject: 'HKLM\\SOFTWARE\\Lua\\Path' };
    const { rows } = await load(
      sysmon(1, 'ProcessId: 2968', { CommandLine: 'lua -v' }) +
        sysmon(13, 'EventType: SetValue\r\nProcessId: 7', key) +
        sysmon(12, 'ProcessId: 8', { ...key, EventType: 'DeleteValue' }) +
        sysmon(13, '', key),
      'nxlog.json',
    );
    expect(rows('DeviceProcessEvents', 'ProcessId')).toEqual([[2968n]]);
    expect(rows('DeviceRegistryEvents', 'ActionType', 'InitiatingProcessId', 'RegistryValueName')).toEqual([
      ['RegistryValueSet', 7n, 'Path'],
      ['RegistryValueDeleted', 8n, 'Path'],
      ['RegistryValueSet', null, 'Path'],
    ]);
  });
});

describe('a log of Zeek', () => {
  it('has columns of the types that it states, its times and truths in Zeek’s words', async () => {
    const log =
      '#separator \\x09\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.resp_p\tduration\tlocal\torig_bytes\n' +
      '#types\ttime\tstring\tport\tinterval\tbool\tcount\n' +
      '1767601801.467001\t77\t53\t0.5\tT\t-\n1767601802.1\tCx\t443\t-\tF\t9\n#close\t2026-01-05-08-30-02\n';
    const { report, rows } = await load(log, 'conn.log');
    expect(report.errorCount).toBe(0);
    expect(rows('conn', 'uid', 'id.resp_p', 'duration', 'local', 'orig_bytes')).toEqual([
      ['77', 53n, 0.5, true, null],
      ['Cx', 443n, null, false, 9n],
    ]);
    expect(rows('conn', 'ts').map(([time]) => datetimeText(time as bigint))).toEqual([
      '2026-01-05T08:30:01.4670010Z',
      '2026-01-05T08:30:02.1000000Z',
    ]);
  });
});
