import { describe, expect, it } from 'vitest';
import { valueJson } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

async function load(text: string) {
  const { report, tables } = await loadSource(new File([text], 'messages.log'));
  const rows = (table: string, ...columns: readonly string[]) => {
    const found = tables.find((one) => one.name === table)?.table;
    return Array.from({ length: found?.length ?? 0 }, (_, row) =>
      columns.map((name) => {
        const column = found?.column(name);
        return column && JSON.parse(valueJson(column.get(row), column.type));
      }),
    );
  };
  return { report, rows };
}

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
});
