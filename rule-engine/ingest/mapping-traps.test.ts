import { describe, expect, it } from 'vitest';
import { loadSource } from './load-source.ts';

async function rowsOf(text: string, name: string, ...columns: readonly string[]) {
  const { tables } = await loadSource(new File([text], name));
  const table = tables.find((one) => one.name === 'DeviceProcessEvents')?.table;
  return Array.from({ length: table?.length ?? 0 }, (_, row) =>
    columns.map((column) => table?.column(column)?.get(row)),
  );
}

const call = (serial: number, rest = '', arch = 'c000003e', number = 59) =>
  `type=SYSCALL msg=audit(1767225600.000:${serial}): arch=${arch} syscall=${number} success=yes exit=0 a0=7ffe a1=55d0 a2=1 a3=0 ppid=1 pid=${serial} uid=0 auid=1000 exe="/usr/bin/lua5.4"${rest}\n`;
const execve = (serial: number, args: string) => `type=EXECVE msg=audit(1767225600.000:${serial}): ${args}\n`;
const hex = (text: string) => Buffer.from(text).toString('hex').toUpperCase();
const commands = (text: string) => rowsOf(text, 'audit.log', 'ProcessCommandLine');

describe('audit logs', () => {
  it('join the records of an event among those of others, out of order and without an end', async () => {
    const text = execve(2, 'argc=1 a0="two"') + call(1) + call(2) + execve(1, 'argc=1 a0="one"');
    expect((await commands(text)).flat().sort()).toEqual(['one', 'two']);
  });

  it.each([
    ['quoted text stands for itself', 'argc=2 a0="lua" a1="2D65"', 'lua 2D65'],
    ['bare text is hexadecimal', 'argc=2 a0="lua" a1=2D65', 'lua -e'],
    ['text that can be no hexadecimal stands for itself', 'argc=2 a0=top a1=-b', 'top -b'],
    ['blanks are quoted', `argc=3 a0="lua" a1="-e" a2=${hex('print "x y"')}`, `lua -e 'print "x y"'`],
    ['what is interpreted stands behind a separator', 'argc=1 a0="lua"\u001dARGC=1', 'lua'],
  ])('%s', async (_, args, expected) => {
    expect(await commands(call(1) + execve(1, args))).toEqual([[expected]]);
  });

  it.each(['<13>Jan  1 00:00:00 web1 audispd: ', '<13>1 2026-01-01T00:00:00Z web1 audispd - - - '])(
    'are of the host of syslog: %s',
    async (head) => {
      const text = head + call(1) + head + execve(1, 'argc=1 a0="lua"');
      expect(await rowsOf(text, 'audit.log', 'DeviceName', 'ProcessCommandLine')).toEqual([['web1', 'lua']]);
    },
  );

  it('argument pieces are joined before they are decoded, over several records', async () => {
    const bytes = hex('aé');
    const text =
      call(1) +
      execve(1, `argc=3 a0="lua" a1_len=6 a1[0]=${bytes.slice(0, 4)}`) +
      execve(1, `a1[1]=${bytes.slice(4)} a2="z"`);
    expect(await commands(text)).toEqual([['lua aé z']]);
  });

  it('the addresses of a call are no arguments; the title is what is left without its records', async () => {
    const title = `type=PROCTITLE msg=audit(1767225600.000:1): proctitle=${hex('lua\0-e\0x')}\n`;
    expect(await commands(call(1) + title)).toEqual([['lua -e x']]);
    expect(await commands(call(1))).toEqual([['']]);
  });

  it('a path with blanks is hexadecimal', async () => {
    const deleted = call(1).replace('exe="/usr/bin/lua5.4"', `exe=${hex('/usr/bin/lua (deleted)')}`);
    expect(await rowsOf(deleted, 'audit.log', 'FolderPath')).toEqual([['/usr/bin/lua (deleted)']]);
  });

  it.each([
    ['c000003e', 59, 1],
    ['c000003e', 322, 1],
    ['c000003e', 11, 0],
    ['c00000b7', 221, 1],
    ['c00000b7', 59, 0],
    ['40000003', 11, 1],
    ['40000003', 59, 0],
  ])('of architecture %s call %d is %d execution', async (arch, number, rows) => {
    expect((await commands(call(1, '', arch, number))).length).toBe(rows);
  });

  it('enrichment behind a blank in place of the separator names the user', async () => {
    const enriched = call(1, ' ARCH=x86_64 SYSCALL=execve AUID="ada" UID="root"');
    expect(await rowsOf(enriched, 'audit.log', 'AccountName', 'InitiatingProcessAccountName')).toEqual([
      ['root', 'ada'],
    ]);
  });

  it('a failed call creates no process', async () => {
    expect(await commands(call(1).replace('success=yes', 'success=no'))).toEqual([]);
  });

  it('what ausearch interpreted is taken as it is', async () => {
    const text = `type=SYSCALL msg=audit(11/24/2022 08:30:01.467:93) : arch=x86_64 syscall=execve success=yes ppid=1 pid=7 exe=/usr/bin/lua
type=EXECVE msg=audit(11/24/2022 08:30:01.467:93) : argc=2 a0=lua a1=-e
`;
    expect(await commands(text)).toEqual([['lua -e']]);
  });
});

const event = (provider: string, id: number, data: { readonly [name: string]: string }) =>
  `<Event><System><Provider Name='${provider}'/><EventID>${id}</EventID><TimeCreated SystemTime='2026-01-05T00:00:09Z'/><Computer>ws1</Computer><Security UserID='S-1-5-18'/></System><EventData>${Object.entries(
    data,
  )
    .map(([name, value]) => `<Data Name='${name}'>${value}</Data>`)
    .join('')}</EventData></Event>`;

describe('Security 4688', () => {
  const created = (data: { readonly [name: string]: string }) =>
    event('Microsoft-Windows-Security-Auditing', 4688, {
      SubjectUserSid: 'S-1-5-21-1',
      SubjectUserName: 'ada',
      SubjectDomainName: 'LAB',
      SubjectLogonId: '0x3e7',
      NewProcessId: '0x1f4',
      NewProcessName: 'C:\\lua.exe',
      ProcessId: '0x10',
      ...data,
    });

  it('counts in hexadecimal; ProcessId is the creator; without a policy there is no command line', async () => {
    expect(
      await rowsOf(created({}), 'e.xml', 'ProcessId', 'InitiatingProcessId', 'LogonId', 'ProcessCommandLine'),
    ).toEqual([[500n, 16n, 999n, '']]);
  });

  it.each([
    [{ TargetUserName: '-', TargetUserSid: 'S-1-0-0', TargetLogonId: '0x0' }, ['ada', 'LAB', 'S-1-5-21-1', 999n]],
    [
      { TargetUserName: 'bob', TargetDomainName: 'X', TargetUserSid: 'S-1-5-2', TargetLogonId: '0x10' },
      ['bob', 'X', 'S-1-5-2', 16n],
    ],
  ])('runs as the target where one is stated', async (target, expected) => {
    expect(await rowsOf(created(target), 'e.xml', 'AccountName', 'AccountDomain', 'AccountSid', 'LogonId')).toEqual([
      expected,
    ]);
  });

  it('names the integrity level and the elevation', async () => {
    const levels = { MandatoryLabel: 'S-1-16-12288', TokenElevationType: '%%1937' };
    expect(await rowsOf(created(levels), 'e.xml', 'ProcessIntegrityLevel', 'ProcessTokenElevation')).toEqual([
      ['High', 'TokenElevationTypeFull'],
    ]);
  });
});

describe('Sysmon 1', () => {
  it('happened at UtcTime; a dash is nothing; the logger is no account; hashes are told apart', async () => {
    const text = event('Microsoft-Windows-Sysmon', 1, {
      UtcTime: '2026-01-05 00:00:01.500',
      Image: 'C:\\Tools\\lua.exe',
      User: 'LAB\\ada',
      Company: '-',
      Hashes: 'SHA1=AB,MD5=CD,SHA256=EF,IMPHASH=01',
    });
    const columns = ['FolderPath', 'AccountName', 'AccountSid', 'ProcessVersionInfoCompanyName', 'MD5', 'SHA256'];
    expect(await rowsOf(text, 'e.xml', ...columns)).toEqual([['C:\\Tools\\lua.exe', 'ada', '', '', 'cd', 'ef']]);
    const { report } = await loadSource(new File([text], 'e.xml'));
    expect(report.tables[0].timeRange?.[0]).toBe('2026-01-05T00:00:01.5000000Z');
  });
});

describe('agents', () => {
  it('Falco: time in nanoseconds keeps its digits; only an execve creates a process', async () => {
    const alert = (type: string) =>
      `{"rule":"r","priority":"Notice","output":"o","output_fields":{"evt.time":1767225600123456789,"evt.type":"${type}","proc.name":"lua","proc.cmdline":"lua x","user.name":"<NA>"}}\n`;
    const text = alert('execve') + alert('open');
    expect(await rowsOf(text, 'falco.json', 'ActionType', 'AccountName')).toEqual([
      ['ProcessCreated', ''],
      ['FalcoAlert', ''],
    ]);
    const { report } = await loadSource(new File([text], 'falco.json'));
    expect(report.tables[0].timeRange?.[0]).toBe('2026-01-01T00:00:00.1234567Z');
  });

  it('OCSF: an account’s name is no id of it', async () => {
    const event = (uid: string) =>
      `${JSON.stringify({
        class_uid: 1007,
        activity_id: 1,
        time: 1767601801467,
        metadata: { version: '1.1.0' },
        actor: { user: { name: 'ada', domain: 'LAB', uid } },
        process: { pid: 4242, cmd_line: 'lua x', file: { path: 'C:\\lua.exe', name: 'lua.exe' } },
      })}\n`;
    const columns = ['AccountName', 'AccountSid', 'InitiatingProcessAccountSid'];
    expect(await rowsOf(event('S-1-5-21-1') + event('LAB\\ada') + event('1000'), 'ocsf.json', ...columns)).toEqual([
      ['ada', 'S-1-5-21-1', 'S-1-5-21-1'],
      ['ada', '', ''],
      ['ada', '1000', '1000'],
    ]);
  });

  it('Tetragon: a command line is the program and its arguments; the end of a process is no start', async () => {
    const process = (binary: string, args: string | undefined, pid: number) => ({
      binary,
      arguments: args,
      pid,
      uid: 0,
      start_time: '2026-01-05T08:30:01.467Z',
    });
    const parent = process('/bin/sh', undefined, 77);
    const started = process('/usr/bin/lua', '-e "x y"', 4242);
    const text = [
      { process_exit: { process: started, parent }, node_name: 'node1', time: '2026-01-05T08:30:02Z' },
      { process_exec: { process: started, parent }, node_name: 'node1', time: '2026-01-05T08:30:01.5Z' },
    ];
    const lines = text.map((event) => `${JSON.stringify(event)}\n`).join('');
    const columns = ['DeviceName', 'FileName', 'ProcessId', 'ProcessCommandLine', 'InitiatingProcessCommandLine'];
    expect(await rowsOf(lines, 'tetragon.json', ...columns)).toEqual([
      ['node1', 'lua', 4242n, '/usr/bin/lua -e "x y"', '/bin/sh'],
    ]);
  });

  it('Tracee: arguments have names; events of running processes are no starts; pids are those of the host', async () => {
    const event = (eventName: string, args: readonly object[]) => ({
      timestamp: 1767601801467000000,
      processId: 1,
      hostProcessId: 4242,
      hostParentProcessId: 77,
      userId: 0,
      processName: 'sh',
      hostName: 'node1',
      eventName,
      args,
    });
    const text = [
      event('net_packet_dns', [{ name: 'src', type: 'string', value: '192.0.2.1' }]),
      event('sched_process_exec', [
        { name: 'pathname', type: 'string', value: '/usr/bin/lua5.4' },
        { name: 'argv', type: '[]string', value: ['lua', '-e', 'x y'] },
      ]),
    ];
    const lines = text.map((one) => `${JSON.stringify(one)}\n`).join('');
    const columns = ['DeviceName', 'FileName', 'ProcessId', 'ProcessCommandLine', 'InitiatingProcessId'];
    expect(await rowsOf(lines, 'tracee.json', ...columns)).toEqual([['node1', 'lua5.4', 4242n, "lua -e 'x y'", 77n]]);
  });

  it('the Elastic Common Schema: the creation of a process is its start, an alert of one is none', async () => {
    const event = (action: string, types: readonly string[]) =>
      `${JSON.stringify({
        '@timestamp': '2026-01-05T08:30:01Z',
        ecs: { version: '1.0.0' },
        event: { action, category: ['process'], type: types },
        process: { executable: '/usr/bin/lua', args: ['lua', action] },
      })}\n`;
    const text = event('creation', ['start']) + event('termination', ['end']) + event('execution', ['info', 'start']);
    expect(await rowsOf(text, 'ecs.json', 'ProcessCommandLine')).toEqual([['lua creation']]);
  });

  it('the Elastic Common Schema: a collector is not the host of the event; arguments are joined', async () => {
    const text =
      '{"@timestamp":"2026-01-01T00:00:00Z","event":{"action":"start"},"host":{"name":"ws1"},"agent":{"name":"collector"},"process":{"name":"lua","args":["lua","-e","x y"]}}\n';
    expect(await rowsOf(text, 'ecs.json', 'DeviceName', 'ProcessCommandLine')).toEqual([['ws1', "lua -e 'x y'"]]);
  });

  it('the Elastic Common Schema: a user without a domain has none; the leader of a process group is no grandparent', async () => {
    const event = (user: object) =>
      `${JSON.stringify({
        '@timestamp': '2026-01-05T08:30:01Z',
        event: { action: 'exec' },
        user,
        process: { name: 'lua', group_leader: { name: 'bash' }, parent: { name: 'sh' } },
      })}\n`;
    const text = event({ name: 'root' }) + event({ name: 'LAB\\ada' }) + event({ name: 'ada', domain: 'LAB' });
    const columns = ['AccountDomain', 'AccountName', 'InitiatingProcessParentFileName'];
    expect(await rowsOf(text, 'ecs.json', ...columns)).toEqual([
      ['', 'root', ''],
      ['LAB', 'ada', ''],
      ['LAB', 'ada', ''],
    ]);
  });

  it('forwarded Windows events are of the computer that they name', async () => {
    const text =
      '{"@timestamp":"2026-01-01T00:00:00Z","host":{"name":"collector"},"winlog":{"channel":"Security","event_id":4688,"provider_name":"Microsoft-Windows-Security-Auditing","computer_name":"ws1","event_data":{"NewProcessName":"C:\\\\lua.exe"}}}\n';
    expect(await rowsOf(text, 'wec.json', 'DeviceName')).toEqual([['ws1']]);
  });
});
