import { describe, expect, it } from 'vitest';
import { valueJson } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

async function load(text: string) {
  const { report, tables } = await loadSource(new File([text], 'messages.log'));
  const rows = (table: string, ...columns: readonly string[]) => {
    const found = tables.filter((one) => one.name === table).map((one) => one.table);
    return found.flatMap((part) =>
      Array.from({ length: part.length }, (_, row) =>
        columns.map((name) => {
          const column = part.column(name);
          return column && JSON.parse(valueJson(column.get(row), column.type));
        }),
      ),
    );
  };
  return { report, rows };
}

/** An event of Sysmon for Linux. */
const SYSMON =
  '<Event><System><Provider Name="Linux-Sysmon"/><EventID>1</EventID><Computer>web1</Computer></System><EventData><Data Name="Image">/usr/bin/lua</Data></EventData></Event>';

describe('a file of syslog', () => {
  it('fills the table Syslog, each line that cannot be read is told', async () => {
    const { report, rows } = await load(
      [
        '<38>1 2026-03-01T08:00:00.5Z web1 sshd 71 - - Accepted key',
        '-- Reboot --',
        '<30>1 2026-03-01T08:00:01Z web1 app 8 T1 [a@1 b="c"] Traceback:',
        '  line 1',
        '<86>Mar  1 08:00:02 web2 su: denied',
      ].join('\n'),
    );
    expect(report.format).toBe('syslog');
    expect(
      rows('Syslog', 'Computer', 'Facility', 'SeverityLevel', 'ProcessName', 'ProcessID', 'SyslogMessage', 'Type'),
    ).toEqual([
      ['web1', 'auth', 'info', 'sshd', 71, 'Accepted key', 'Syslog'],
      ['web1', 'daemon', 'info', 'app', 8, 'Traceback:\n  line 1', 'Syslog'],
      ['web2', 'authpriv', 'info', 'su', null, 'denied', 'Syslog'],
    ]);
    expect(rows('Syslog', 'TimeGenerated', 'EventTime', 'HostName', 'StructuredData')[0]).toEqual([
      '2026-03-01T08:00:00.5000000Z',
      '2026-03-01T08:00:00.5000000Z',
      'web1',
      '',
    ]);
    expect(rows('Syslog', 'MessageId', 'StructuredData')[1]).toEqual(['T1', '[a@1 b="c"]']);
    expect(report.errors).toEqual([{ line: 2, message: 'The line has no time and host of syslog: it was left out' }]);
    expect(report.assumptions?.map(({ records }) => records)).toEqual([1, 1]);
  });

  it('in which Sysmon for Linux writes among others keeps the lines of all, and its processes are found', async () => {
    const event =
      '<Event><System><Provider Name="Linux-Sysmon"/><EventID>1</EventID><Computer>web1</Computer></System><EventData><Data Name="UtcTime">2026-03-01 08:00:00.000</Data><Data Name="Image">/usr/bin/lua</Data><Data Name="CommandLine">lua x</Data></EventData></Event>';
    const lines = [
      '2026-03-01T08:00:00Z web1 cron[7]: a',
      `2026-03-01T08:00:00Z web1 sysmon: ${event}`,
      '2026-03-01T08:00:01Z web1 cron[7]: b',
      '2026-03-01T08:00:01Z web1 cron[7]: c',
    ];
    const { report, rows } = await load(lines.join('\n'));
    expect(rows('Syslog', 'ProcessName').flat()).toEqual(['cron', 'sysmon', 'cron', 'cron']);
    expect(rows('DeviceProcessEvents', 'DeviceName', 'FileName', 'ProcessCommandLine')).toEqual([
      ['web1', 'lua', 'lua x'],
    ]);
    expect(report.errorCount).toBe(0);
    expect((await load(`${lines[1]}\n${lines[1]}\n`)).report.format).toBe('sysmon-linux');
  });

  it('is no log of the audit system, even one within syslog among other lines', async () => {
    const audit =
      'Mar  1 08:00:00 web1 audispd: type=SYSCALL msg=audit(1772352000.000:7): arch=c000003e syscall=59 success=yes pid=9 exe="/usr/bin/lua"\n';
    const other = 'Mar  1 08:00:00 web1 cron[7]: a\n';
    expect((await load(audit + other + other)).report.format).toBe('auditd');
  });

  it('mostly of Sysmon for Linux has the lines of others in the table Syslog', async () => {
    const line = `2026-03-01T08:00:00Z web1 sysmon: ${SYSMON}\n`;
    const { report, rows } = await load(`${line}${line}2026-03-01T08:00:01Z web1 cron[7]: a\n? no line\n${line}`);
    expect(report.format).toBe('sysmon-linux');
    expect(rows('Syslog', 'Computer', 'ProcessName', 'ProcessID', 'SyslogMessage')).toEqual([['web1', 'cron', 7, 'a']]);
    expect(rows('DeviceProcessEvents', 'FileName').flat()).toEqual(['lua', 'lua', 'lua']);
    expect(report.errors).toEqual([{ line: 4, message: 'The line is no event, it was passed over: ? no line' }]);
  });

  it('has the process events of agents that write JSON to it, besides its lines', async () => {
    const osquery = {
      name: 'process_events',
      hostIdentifier: 'web1',
      unixTime: 1772352000,
      action: 'added',
      columns: { pid: '9', path: '/usr/bin/lua', cmdline: 'lua x', parent: '1' },
    };
    const falco = {
      rule: 'Shell',
      priority: 'Notice',
      output: 'a shell',
      time: '2026-03-01T08:00:01Z',
      hostname: 'web2',
      output_fields: { 'evt.type': 'execve', 'proc.name': 'sh', 'proc.cmdline': 'sh -c id', 'proc.pid': 10 },
    };
    const { report, rows } = await load(
      [
        `Mar  1 08:00:00 web1 osqueryd[3]: ${JSON.stringify(osquery)}`,
        `<13>Mar  1 08:00:01 web2 falco: @cee: ${JSON.stringify(falco)}`,
        'Mar  1 08:00:02 web1 app: {"level":"info"}',
        'Mar  1 08:00:03 web1 app: {no json}',
      ].join('\n'),
    );
    expect(report.errorCount).toBe(0);
    expect(rows('Syslog', 'ProcessName').flat()).toEqual(['osqueryd', 'falco', 'app', 'app']);
    expect(rows('DeviceProcessEvents', 'DeviceName', 'FileName', 'ProcessId', 'ProcessCommandLine')).toEqual([
      ['web1', 'lua', 9, 'lua x'],
      ['web2', 'sh', 10, 'sh -c id'],
    ]);
    expect(report.records).toBe(4);
  });

  it('tells LAUREL’s events the host', async () => {
    const event = { ID: '1772352000.000:7', SYSCALL: { SYSCALL: 'execve', pid: 9 }, EXECVE: { ARGV: ['lua', 'x'] } };
    const { rows } = await load(`Mar  1 08:00:00 web1 laurel: ${JSON.stringify(event)}`);
    expect(rows('DeviceProcessEvents', 'DeviceName', 'ProcessCommandLine')).toEqual([['web1', 'lua x']]);
  });
});

describe('messages in Common Event Format', () => {
  const COLUMNS = [
    'Computer',
    'DeviceVendor',
    'DeviceProduct',
    'Activity',
    'LogSeverity',
    'SourceIP',
    'DestinationPort',
  ];

  it('fill CommonSecurityLog, whatever head of syslog they have; other lines fill Syslog', async () => {
    const { report, rows } = await load(
      [
        '<134>Mar  1 08:00:00 fw1 CEF:0|Acme|Wall\\|er|1.0|100|Port scan|5|src=192.0.2.1 dpt=22 act=deny',
        '<134>1 2026-03-01T08:00:01Z fw2 cef - - - CEF:0|Acme|Waller|1.0|100|Port scan|High|src=192.0.2.2 dpt=23',
        'Mar  1 08:00:02 fw3 CEF: 0|Acme|Waller|1.0|101||3|',
        'Mar  1 08:00:03 web1 sshd[7]: CEF is not CEF:0|here',
      ].join('\n'),
    );
    expect(rows('CommonSecurityLog', ...COLUMNS)).toEqual([
      ['fw1', 'Acme', 'Wall|er', 'Port scan', '5', '192.0.2.1', 22],
      ['fw2', 'Acme', 'Waller', 'Port scan', 'High', '192.0.2.2', 23],
      ['fw3', 'Acme', 'Waller', '', '3', '', null],
    ]);
    expect(rows('CommonSecurityLog', 'TimeGenerated')[1]).toEqual(['2026-03-01T08:00:01.0000000Z']);
    expect(rows('Syslog', 'Computer')).toEqual([['web1']]);
    expect([report.records, report.errorCount]).toEqual([4, 0]);
  });

  it('have values with blanks and escapes, custom fields with labels, and keys without a column', async () => {
    const { report, rows } = await load(
      [
        'CEF:0|Acme|Waller|1.0|7|Seen|5|rt=1772352000123 msg=a b\\=c\\nd filePath=C:\\\\x.exe cs1Label=Rule cs1=one two cn1=42 cn2=9999999999 site=north zone=a',
        'CEF:1|Acme|Waller|1.0|8|Gone|5|rt=Mar 01 2026 08:00:00 GMT end=Sun Mar 01 08:00:01 UTC 2026 cs9=x',
        'no message',
      ].join('\n'),
    );
    expect(report.format).toBe('cef');
    expect(report.errors.map(({ line }) => line)).toEqual([3]);
    const columns = ['Message', 'FilePath', 'DeviceCustomString1Label', 'DeviceCustomString1', 'AdditionalExtensions'];
    expect(rows('CommonSecurityLog', ...columns)).toEqual([
      ['a b=c\nd', 'C:\\x.exe', 'Rule', 'one two', 'site=north;zone=a'],
      ['', '', '', '', 'cs9=x'],
    ]);
    const numbers = [
      'DeviceCustomNumber1',
      'FieldDeviceCustomNumber1',
      'DeviceCustomNumber2',
      'FieldDeviceCustomNumber2',
    ];
    expect(rows('CommonSecurityLog', ...numbers)[0]).toEqual([42, 42, null, 9999999999]);
    expect(rows('CommonSecurityLog', 'TimeGenerated', 'EndTime', 'ReceiptTime')).toEqual([
      ['2026-03-01T08:00:00.1230000Z', null, '1772352000123'],
      ['2026-03-01T08:00:00.0000000Z', '2026-03-01T08:00:01.0000000Z', 'Mar 01 2026 08:00:00 GMT'],
    ]);
  });
});

describe('the journal of systemd as JSON', () => {
  it('fills the table Syslog, keeps its own fields, and its events of Sysmon are found', async () => {
    const entries = [
      {
        MESSAGE: SYSMON,
        SYSLOG_IDENTIFIER: 'sysmon',
        PRIORITY: '6',
        SYSLOG_FACILITY: '3',
        _PID: '7',
        _EXE: '/opt/sysmon',
      },
      { MESSAGE: [104, 195, 169], _COMM: 'cron', PRIORITY: ['4', '5'], SYSLOG_PID: '8', _PID: '1' },
      { MESSAGE: null },
    ].map((fields) => JSON.stringify({ __REALTIME_TIMESTAMP: '1772352000123456', _HOSTNAME: 'web1', ...fields }));
    const { report, rows } = await load(entries.join('\n'));
    expect(report.format).toBe('journal');
    expect(rows('Syslog', 'Computer', 'Facility', 'SeverityLevel', 'ProcessName', 'ProcessID', '_EXE')).toEqual([
      ['web1', 'daemon', 'info', 'sysmon', 7, '/opt/sysmon'],
      ['web1', '', 'warning', 'cron', 8, ''],
      ['web1', '', '', '', null, ''],
    ]);
    expect(rows('Syslog', 'TimeGenerated', 'SyslogMessage')[1]).toEqual(['2026-03-01T08:00:00.1234560Z', 'hé']);
    expect(rows('DeviceProcessEvents', 'FileName').flat()).toEqual(['lua']);
    for (const text of [
      `[${entries.join()}]`,
      entries.map((one) => JSON.stringify(JSON.parse(one), null, 2)).join('\n'),
    ]) {
      const { report: written, rows: again } = await load(text);
      expect([written.format, again('Syslog', 'ProcessName').flat()]).toEqual(['journal', ['sysmon', 'cron', '']]);
    }
  });

  it('and as journalctl exports it makes the same rows', async () => {
    const fields = {
      __REALTIME_TIMESTAMP: '1772352000123456',
      _HOSTNAME: 'web1',
      MESSAGE: SYSMON,
      SYSLOG_IDENTIFIER: 'sysmon',
      PRIORITY: '6',
      SYSLOG_FACILITY: '3',
      _PID: '7',
      _EXE: '/opt/sysmon',
    };
    const columns = ['TimeGenerated', 'Computer', 'Facility', 'SeverityLevel', 'ProcessName', 'ProcessID', '_EXE'];
    const asJson = await load(JSON.stringify(fields));
    const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}\n`);
    const exported = await load(`${lines.join('')}\n`);
    expect(exported.report).toMatchObject({ format: 'journal-export', errorCount: 0 });
    expect(exported.rows('Syslog', ...columns)).toEqual(asJson.rows('Syslog', ...columns));
    expect(exported.rows('Syslog', 'ProcessName')).toHaveLength(1);
    expect(exported.rows('DeviceProcessEvents', 'FileName', 'DeviceName')).toEqual([['lua', 'web1']]);
  });
});
