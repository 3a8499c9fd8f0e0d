import { describe, expect, it } from 'vitest';
import { loadSource } from './load-source.ts';

/** Made-up exports, each in the shape of its product. The event is the same: ada on ws1 runs lua.exe from cmd.exe. */
const IMAGE = 'C:\\Tools\\lua.exe';
const COMMAND = 'lua.exe -e "os.execute(\'id\')"';
const PARENT = 'C:\\Windows\\System32\\cmd.exe';
const TIME = '2026-01-05T08:30:01.467Z';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.map(quoted).join(',')).join('\r\n');
const lines = (...records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

const sysmon: { readonly [name: string]: string } = {
  RuleName: '-',
  UtcTime: '2026-01-05 08:30:01.467',
  ProcessGuid: '{0000-1}',
  ProcessId: '4242',
  Image: IMAGE,
  CommandLine: COMMAND,
  User: 'LAB\\ada',
  IntegrityLevel: 'Medium',
  ParentImage: PARENT,
  ParentCommandLine: 'cmd.exe',
  ParentProcessId: '77',
};
const SYSMON = 'Microsoft-Windows-Sysmon';
const CHANNEL = 'Microsoft-Windows-Sysmon/Operational';
const xml = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${SYSMON}'/><EventID>1</EventID><TimeCreated SystemTime='${TIME}'/><Channel>${CHANNEL}</Channel><Computer>ws1</Computer></System><EventData>${Object.entries(
  sysmon,
)
  .map(([name, value]) => `<Data Name='${name}'>${value}</Data>`)
  .join('')}</EventData></Event>`;
const message = `Process Create:\n${Object.entries(sysmon)
  .map(([name, value]) => `${name}: ${value}`)
  .join('\n')}`;
const lowerFirst = Object.fromEntries(
  Object.entries(sysmon).map(([name, value]) => [name.replace(/^./, (first) => first.toLowerCase()), value]),
);

const WINDOWS: readonly (readonly [string, string, string])[] = [
  [
    'EvtxECmd',
    'evtxecmd.csv',
    csv(
      'RecordNumber,EventRecordId,TimeCreated,EventId,Level,Provider,Channel,ProcessId,ThreadId,Computer,ChunkNumber,UserId,MapDescription,UserName,RemoteHost,PayloadData1,PayloadData2,ExecutableInfo,HiddenRecord,SourceFile,Keywords,ExtraDataOffset,Payload'.split(
        ',',
      ),
      [
        '1',
        '9',
        '2026-01-05 08:30:01.4670000',
        '1',
        'Info',
        SYSMON,
        CHANNEL,
        '2000',
        '2001',
        'ws1',
        '0',
        'S-1-5-18',
        'Process creation',
        'LAB\\ada',
        '',
        'ProcessID: 4242',
        '',
        COMMAND,
        'False',
        'C:\\k\\Sysmon.evtx',
        '',
        '0',
        JSON.stringify({
          EventData: { Data: Object.entries(sysmon).map(([name, value]) => ({ '@Name': name, '#text': value })) },
        }),
      ],
    ),
  ],
  [
    'Chainsaw',
    'hunt.csv',
    csv('timestamp,detections,path,count,Event.System.Provider,Event ID,Record ID,Computer,Event Data'.split(','), [
      TIME,
      'Lua Execution',
      './Sysmon.evtx',
      '1',
      SYSMON,
      '1',
      '9',
      'ws1',
      Object.entries(sysmon)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    ]),
  ],
  [
    'Hayabusa',
    'timeline.csv',
    csv('Timestamp,RuleTitle,Level,Computer,Channel,EventID,RecordID,Details,ExtraFieldInfo'.split(','), [
      '2026-01-05 08:30:01.467 +00:00',
      'Proc Exec',
      'info',
      'ws1',
      'Sysmon',
      '1',
      '9',
      `Cmdline: ${COMMAND} ¦ Proc: ${IMAGE} ¦ User: LAB\\ada ¦ ParentCmdline: cmd.exe ¦ PID: 4242 ¦ ParentPID: 77`,
      `ParentImage: ${PARENT} ¦ RuleName: -`,
    ]),
  ],
  [
    'Hayabusa',
    'timeline.jsonl',
    lines({
      Timestamp: '2026-01-05 08:30:01.467 +00:00',
      RuleTitle: 'Proc Exec',
      Level: 'info',
      Computer: 'ws1',
      Channel: 'Sysmon',
      EventID: 1,
      RecordID: 9,
      Details: { Cmdline: COMMAND, Proc: IMAGE, User: 'LAB\\ada', ParentCmdline: 'cmd.exe', PID: 4242, ParentPID: 77 },
      ExtraFieldInfo: { ParentImage: PARENT },
    }),
  ],
  [
    'evtx_dump',
    'chainsaw-hunt.json',
    JSON.stringify([
      {
        group: 'Sigma',
        kind: 'individual',
        name: 'Lua',
        timestamp: TIME,
        document: {
          kind: 'evtx',
          path: 'x.evtx',
          data: {
            Event: {
              System: {
                Provider_attributes: { Name: SYSMON },
                EventID: 1,
                TimeCreated_attributes: { SystemTime: TIME },
                Channel: CHANNEL,
                Computer: 'ws1',
              },
              EventData: sysmon,
            },
          },
        },
      },
    ]),
  ],
  [
    'evtx_dump',
    'velociraptor.json',
    lines({
      System: {
        Provider: { Name: SYSMON, Guid: 'x' },
        EventID: { Value: 1 },
        TimeCreated: { SystemTime: 1767601801.467 },
        EventRecordID: 9,
        Channel: CHANNEL,
        Computer: 'ws1',
      },
      EventData: sysmon,
      Message: 'Process Create',
    }),
  ],
  [
    'Splunk',
    'splunk.csv',
    csv('_time,_raw,host,source,sourcetype,index'.split(','), [
      TIME,
      xml,
      'ws1',
      `XmlWinEventLog:${CHANNEL}`,
      'XmlWinEventLog',
      'win',
    ]),
  ],
  [
    'Splunk',
    'splunk-fields.csv',
    csv(
      ['_time', 'EventCode', 'host', 'source', 'sourcetype', 'Computer', ...Object.keys(sysmon)],
      [TIME, '1', 'collector', `XmlWinEventLog:${CHANNEL}`, 'XmlWinEventLog', 'ws1', ...Object.values(sysmon)],
    ),
  ],
  ['Splunk', 'splunk.json', lines({ preview: false, result: { _time: TIME, _raw: xml, host: 'ws1' } })],
  [
    'Wazuh',
    'alerts.json',
    lines({
      timestamp: TIME,
      rule: { id: '1' },
      agent: { name: 'ws1' },
      data: {
        win: {
          system: { providerName: SYSMON, eventID: '1', channel: CHANNEL, computer: 'ws1', systemTime: TIME },
          eventdata: Object.fromEntries(
            Object.entries(lowerFirst).map(([name, value]) => [name, value.replaceAll('\\', '\\\\')]),
          ),
        },
      },
    }),
  ],
  [
    'Get-WinEvent',
    'events.csv',
    csv(
      'Message,Id,Version,Level,RecordId,ProviderName,ProviderId,LogName,ProcessId,ThreadId,MachineName,UserId,TimeCreated,LevelDisplayName,Properties'.split(
        ',',
      ),
      [
        message,
        '1',
        '5',
        '4',
        '9',
        SYSMON,
        'x',
        CHANNEL,
        '2000',
        '2001',
        'ws1',
        'S-1-5-18',
        '1/5/2026 8:30:01 AM',
        'Information',
        'System.Collections.Generic.List`1[x]',
      ],
    ),
  ],
  [
    'Get-WinEvent',
    'events.json',
    JSON.stringify([
      {
        Id: 1,
        ProviderName: SYSMON,
        LogName: CHANNEL,
        RecordId: 9,
        MachineName: 'ws1',
        TimeCreated: '/Date(1767601801467)/',
        Message: message,
      },
    ]),
  ],
  [
    'Get-WinEvent',
    'selected.csv',
    csv(
      ['TimeCreated', 'Id', 'ProviderName', 'MachineName', 'Message'],
      ['1/5/2026 8:30:01 AM', '1', SYSMON, 'ws1', message],
    ),
  ],
  [
    'Get-WinEvent',
    'dates-with-text.json',
    JSON.stringify([
      {
        Id: 1,
        ProviderName: SYSMON,
        LogName: CHANNEL,
        RecordId: 9,
        MachineName: 'ws1',
        TimeCreated: { value: '/Date(1767601801467)/', DisplayHint: 2, DateTime: 'Monday, January 5, 2026 8:30:01 AM' },
        Message: message,
      },
    ]),
  ],
  [
    'Hayabusa',
    'all-field-info.jsonl',
    lines({
      Timestamp: '2026-01-05 08:30:01.467 +00:00',
      RuleTitle: 'Proc Exec',
      Level: 'info',
      Computer: 'ws1',
      Channel: 'Sysmon',
      EventID: 1,
      RecordID: 9,
      AllFieldInfo: { ...sysmon, ProcessId: 4242 },
    }),
  ],
  [
    'Splunk',
    'classic.csv',
    csv(
      ['_time', '_raw', 'host', 'source', 'sourcetype'],
      [
        '2026-01-05T08:30:01.467+0000',
        `01/05/2026 09:30:01 AM\nLogName=${CHANNEL}\nEventCode=1\nSourceName=${SYSMON}\nComputerName=ws1\nMessage=${message}`,
        'ws1',
        `WinEventLog:${CHANNEL}`,
        'WinEventLog',
      ],
    ),
  ],
  [
    'Flat event fields',
    'fluent-bit.json',
    lines({
      ProviderName: SYSMON,
      EventID: 1,
      Channel: CHANNEL,
      Computer: 'ws1',
      TimeCreated: TIME,
      Message: message,
      StringInserts: ['-', 'x'],
    }),
  ],
  [
    'Flat event fields',
    'fluentd.json',
    lines({
      ProviderName: SYSMON,
      EventID: '1',
      Channel: CHANNEL,
      Computer: 'ws1',
      TimeCreated: TIME,
      EventData: Object.values(sysmon),
      Description: message,
    }),
  ],
  [
    'Flat event fields',
    'velociraptor-hunt.json',
    lines({
      EventTime: TIME,
      Computer: 'ws1',
      Channel: CHANNEL,
      Provider: SYSMON,
      EventID: 1,
      EventRecordID: 9,
      EventData: sysmon,
      Message: 'Process Create',
    }),
  ],
  [
    'Splunk',
    'splunk-fields.json',
    lines({
      preview: false,
      result: {
        ...sysmon,
        _time: TIME,
        EventCode: '1',
        host: 'collector',
        source: `XmlWinEventLog:${CHANNEL}`,
        sourcetype: 'XmlWinEventLog',
        Computer: 'ws1',
      },
    }),
  ],
  ...(
    [
      ['xmltodict.json', '@', (name: string, value: string) => ({ '@Name': name, '#text': value })],
      ['xml2js.json', '$', (name: string, value: string) => ({ $: { Name: name }, _: value })],
      ['filebeat-xml.json', '', (name: string, value: string) => ({ Name: name, Value: value })],
      ['evtx.json', '#', (name: string, value: string) => ({ '#attributes': { Name: name }, '#text': value })],
    ] as const
  ).map(([name, sign, item]): [string, string, string] => {
    const attributes = (values: object) => {
      if (sign === '@') return Object.fromEntries(Object.entries(values).map(([key, value]) => [`@${key}`, value]));
      return sign === '' ? values : { [sign === '$' ? '$' : '#attributes']: values };
    };
    const System = {
      Provider: attributes({ Name: SYSMON }),
      EventID: '1',
      TimeCreated: attributes({ SystemTime: TIME }),
      Channel: CHANNEL,
      Computer: 'ws1',
    };
    const EventData = { Data: Object.entries(sysmon).map(([key, value]) => item(key, value)) };
    return ['evtx_dump', name, lines({ Event: { System, EventData } })];
  }),
  [
    'JSON objects: evtx_dump',
    'evtx_dump.txt',
    `Record 7\n${JSON.stringify(
      {
        Event: {
          System: {
            Provider: { '#attributes': { Name: SYSMON } },
            EventID: 1,
            TimeCreated: { '#attributes': { SystemTime: TIME } },
            Channel: CHANNEL,
            Computer: 'ws1',
          },
          EventData: sysmon,
        },
      },
      null,
      2,
    )}\n`,
  ],
  [
    'Windows event text (wevtutil)',
    'wevtutil.txt',
    [
      'Event[0]:',
      `  Log Name: ${CHANNEL}`,
      `  Source: ${SYSMON}`,
      '  Date: 2026-01-05T08:30:01.467',
      '  Event ID: 1',
      '  Opcode: N/A',
      '  User: S-1-5-18',
      '  User Name: NT AUTHORITY\\SYSTEM',
      '  Computer: ws1',
      '  Description: ',
      message,
      '',
    ].join('\r\n'),
  ],
  ['Windows event XML', 'evtx_dump-xml.txt', `Record 7\n<?xml version="1.0"?>\n${xml}\n`],
  ['evtx_dump', 'vector.json', lines({ host: 'collector', source_type: 'file', message: xml })],
];

const AGENTS: readonly (readonly [string, string, string])[] = [
  [
    'CrowdStrike',
    'fdr.json',
    lines(
      {
        event_simpleName: 'ProcessRollup2',
        timestamp: '1767601801467',
        aid: 'a1',
        ComputerName: 'ws1',
        ImageFileName: IMAGE,
        CommandLine: COMMAND,
        RawProcessId: '4242',
        TargetProcessId: '991',
        UserName: 'ada',
        ParentBaseFileName: 'cmd.exe',
        SHA256HashData: 'ab'.repeat(32),
      },
      {
        event_simpleName: 'NetworkConnectIP4',
        timestamp: '1767601801467',
        aid: 'a1',
        ComputerName: 'ws1',
        RemoteIP: '192.0.2.1',
        CommandLine: COMMAND,
      },
    ),
  ],
  [
    'Carbon Black',
    'cbc.json',
    lines(
      {
        type: 'endpoint.event.procstart',
        device_name: 'ws1',
        device_timestamp: '2026-01-05 08:30:01.467 +0000 UTC',
        process_path: IMAGE,
        process_cmdline: COMMAND,
        process_pid: 4242,
        process_username: 'LAB\\ada',
        parent_path: PARENT,
        parent_cmdline: 'cmd.exe',
        parent_pid: 77,
      },
      {
        type: 'endpoint.event.netconn',
        device_name: 'ws1',
        process_path: IMAGE,
        process_cmdline: COMMAND,
        remote_ip: '192.0.2.1',
      },
    ),
  ],
  [
    'SentinelOne',
    'deep-visibility.csv',
    csv(
      'event.time,event.type,endpoint.name,src.process.name,src.process.cmdline,src.process.pid,tgt.process.name,tgt.process.image.path,tgt.process.cmdline,tgt.process.pid,tgt.process.user'.split(
        ',',
      ),
      [
        '1767601801467',
        'Process Creation',
        'ws1',
        'cmd.exe',
        'cmd.exe',
        '77',
        'lua.exe',
        IMAGE,
        COMMAND,
        '4242',
        'LAB\\ada',
      ],
      ['1767601801467', 'IP Connect', 'ws1', 'cmd.exe', 'cmd.exe', '77', '', '', '', '', ''],
    ),
  ],
  [
    'SentinelOne',
    'events.json',
    JSON.stringify({
      data: [
        {
          eventType: 'Process Creation',
          eventTime: TIME,
          agentName: 'ws1',
          srcProcName: 'cmd.exe',
          srcProcPid: 77,
          tgtProcName: 'lua.exe',
          tgtProcImagePath: IMAGE,
          tgtProcCmdLine: COMMAND,
          tgtProcPid: 4242,
          tgtProcUser: 'LAB\\ada',
        },
      ],
      pagination: { nextCursor: null },
    }),
  ],
  [
    // @see https://docs.splunk.com/Documentation/CIM/latest/User/Endpoint
    'Splunk’s data model of processes',
    'cim.csv',
    csv(
      ['_time', 'dest', 'user', 'process', 'process_path', 'process_id', 'parent_process', 'parent_process_id'],
      [TIME, 'ws1', 'ada', COMMAND, IMAGE, '4242', 'cmd.exe', '77'],
    ),
  ],
  [
    'Cortex XDR',
    'xdr.csv',
    csv(
      '_time,event_type,event_sub_type,agent_hostname,action_process_image_name,action_process_image_path,action_process_image_command_line,action_process_os_pid,action_process_username,actor_process_image_path,actor_process_command_line,actor_process_os_pid'.split(
        ',',
      ),
      [
        'Jan 5th 2026 08:30:01',
        'ENUM.PROCESS',
        'ENUM.PROCESS_START',
        'ws1',
        'lua.exe',
        IMAGE,
        COMMAND,
        '4242',
        'LAB\\ada',
        PARENT,
        'cmd.exe',
        '77',
      ],
    ),
  ],
  [
    'Velociraptor pslist',
    'pslist.csv',
    csv('Pid,Ppid,Name,Path,CommandLine,Username,CreateTime,Hostname'.split(','), [
      '4242',
      '77',
      'lua.exe',
      IMAGE,
      COMMAND,
      'LAB\\ada',
      TIME,
      'ws1',
    ]),
  ],
  [
    'no product at all, by values',
    'odd.csv',
    csv('when,who,what,where'.split(','), [TIME, 'ada', `"${IMAGE}" -e "x"`, IMAGE]),
  ],
];

async function load(text: string, name: string) {
  const { report, tables } = await loadSource(new File([text], name));
  const table = tables.find((one) => one.name === 'DeviceProcessEvents')?.table;
  const value = (column: string) => table?.column(column)?.get(0);
  return { report, rows: table?.length, value };
}

describe('exports of Windows events', () => {
  it.each(WINDOWS)('%s, %s', async (dialect, name, text) => {
    const { report, rows, value } = await load(text, name);
    expect([report.errors, rows, report.tables[0].mapping]).toEqual([[], 1, 'sysmon-process-creation']);
    if (!/^csv$/.test(report.format)) expect(report.formatTitle).toContain(dialect);
    expect(
      ['DeviceName', 'FileName', 'FolderPath', 'ProcessId', 'ProcessCommandLine', 'AccountName'].map(value),
    ).toEqual(['ws1', 'lua.exe', IMAGE, 4242n, COMMAND, 'ada']);
    expect(['InitiatingProcessFileName', 'InitiatingProcessId', 'InitiatingProcessCommandLine'].map(value)).toEqual([
      'cmd.exe',
      77n,
      'cmd.exe',
    ]);
    expect(report.tables[0].timeRange?.[0]).toMatch(/^2026-01-05T08:30:01/);
    expect(report.tables.map(({ table }) => table)).toContain('WindowsEvent');
  });
});

describe('events that other records carry', () => {
  const falco = {
    rule: 'Shell',
    priority: 'Notice',
    output: 'a shell',
    time: TIME,
    hostname: 'ws1',
    output_fields: { 'evt.type': 'execve', 'proc.name': 'lua', 'proc.cmdline': COMMAND, 'proc.pid': 4242 },
  };
  const osquery = {
    name: 'process_events',
    hostIdentifier: 'ws1',
    unixTime: 1767601801,
    action: 'added',
    columns: { pid: '4242', path: '/usr/bin/lua', cmdline: COMMAND },
  };
  it.each([
    ['a container’s log', { log: `${JSON.stringify(falco)}\n`, stream: 'stdout' }],
    ['a hit of a search', { _index: 'falco', _source: falco }],
    ['a message within a hit of a search', { _index: 'logs', _source: { message: JSON.stringify(falco) } }],
    ['an event collector’s envelope', { sourcetype: 'osquery', event: osquery }],
    ['a collector’s line', { '@timestamp': TIME, message: JSON.stringify(osquery) }],
  ])('%s', async (_, carrier) => {
    const { report, value } = await load(lines({ log: 'started', message: 'x' }, carrier), 'carriers.json');
    expect(['DeviceName', 'FileName', 'ProcessId', 'ProcessCommandLine'].map(value)).toEqual([
      'ws1',
      'lua',
      4242n,
      COMMAND,
    ]);
    expect(report.tables.map(({ table, rows }) => [table, rows])).toContainEqual(['carriers', 1]);
    expect(report.errorCount).toBe(0);
  });

  it('keep what their carrier says besides', async () => {
    const { value } = await load(lines({ stream: 'stdout', log: JSON.stringify(falco) }), 'pod.json');
    expect(value('AdditionalFields')).toEqual(
      new Map([
        ['stream', 'stdout'],
        ['rule', 'Shell'],
        ['priority', 'Notice'],
        ['output', 'a shell'],
      ]),
    );
  });

  it('Wazuh’s alerts of the audit system have the records of an event in one text', async () => {
    const records = [
      'type=SYSCALL msg=audit(1767601801.467:9): arch=c000003e syscall=59 success=yes pid=4242 ppid=77 uid=0 auid=1000 exe="/usr/bin/lua"',
      'type=EXECVE msg=audit(1767601801.467:9): argc=3 a0="lua" a1="-e" a2="x"',
      'type=PROCTITLE msg=audit(1767601801.467:9): proctitle="lua"',
    ];
    const alert = { rule: { id: '80792' }, agent: { name: 'ws1' }, decoder: { name: 'auditd' }, data: { audit: {} } };
    const { report, rows, value } = await load(lines({ ...alert, full_log: records.join(' ') }), 'alerts.json');
    expect([rows, report.formatTitle]).toEqual([1, 'JSON lines: Wazuh']);
    expect(['DeviceName', 'FileName', 'ProcessId', 'ProcessCommandLine', 'InitiatingProcessId'].map(value)).toEqual([
      'ws1',
      'lua',
      4242n,
      'lua -e x',
      77n,
    ]);
    expect(value('AdditionalFields')).toContainEqual(['rule.id', '80792']);
  });

  it('records of the audit system of which each carrier has one make no halves of an event', async () => {
    const call =
      'type=SYSCALL msg=audit(1767601801.467:9): arch=c000003e syscall=59 success=yes pid=9 exe="/usr/bin/lua"';
    const { report, rows } = await load(lines({ message: call, agent: { name: 'ws1' } }), 'lines.json');
    expect([rows, report.records]).toEqual([undefined, 1]);
  });
});

describe('exports of endpoint agents', () => {
  it.each(AGENTS)('%s, %s', async (_, name, text) => {
    const { report, rows, value } = await load(text, name);
    expect([rows, report.tables[0].mapping]).toEqual([1, 'process-events-by-field-names']);
    expect(['FolderPath', 'ActionType'].map(value)).toEqual([IMAGE, 'ProcessCreated']);
    expect(value('ProcessCommandLine')).toContain('-e "');
    expect(report.tables[0].timeRange?.[0]).toMatch(/^2026-01-05T08:30:01/);
    if (name === 'odd.csv') return;
    expect(['DeviceName', 'FileName', 'ProcessId', 'AccountName', 'InitiatingProcessFileName'].map(value)).toEqual([
      'ws1',
      'lua.exe',
      4242n,
      'ada',
      name === 'pslist.csv' ? '' : 'cmd.exe',
    ]);
  });

  it('Kibana’s CSV of Windows events has commas between thousands', async () => {
    const { report, value } = await load(
      csv('@timestamp,winlog.event_id,winlog.channel,process.executable,process.pid'.split(','), [
        'Jan 5, 2026 @ 08:30:01.467',
        '1',
        CHANNEL,
        IMAGE,
        '4,242',
      ]),
      'kibana.csv',
    );
    expect([report.errors, value('ProcessId')]).toEqual([[], 4242n]);
  });

  it('evtx_dump’s numbers before its events are told from what can’t be read', async () => {
    const one = JSON.stringify({ Event: { System: { EventID: 1, Channel: CHANNEL }, EventData: sysmon } }, null, 1);
    const { report, rows } = await load(`Record 1\r\n${one}\r\nRecord 22\r\n${one}\r\nRecord x\r\n${one}`, 'x.json');
    expect([rows, report.records, report.errors.length]).toEqual([3, 3, 1]);
  });

  it('Kibana’s CSV of the Elastic Common Schema is mapped as that', async () => {
    const { report, value } = await load(
      csv(
        '@timestamp,event.action,event.type,host.name,process.executable,process.name,process.command_line,process.pid,user.name,process.parent.executable'.split(
          ',',
        ),
        [
          'Jan 5, 2026 @ 08:30:01.467',
          'start',
          'start, process',
          'ws1',
          IMAGE,
          'lua.exe',
          COMMAND,
          '4,242',
          'ada',
          PARENT,
        ],
      ),
      'kibana.csv',
    );
    expect(report.tables[0]).toMatchObject({
      mapping: 'ecs-process',
      timeRange: ['2026-01-05T08:30:01.4670000Z', '2026-01-05T08:30:01.4670000Z'],
    });
    expect(['ProcessId', 'ProcessCommandLine', 'InitiatingProcessFileName'].map(value)).toEqual([
      4242n,
      COMMAND,
      'cmd.exe',
    ]);
  });

  it('rows of osquery’s table of process events, without its envelope, are no log of the audit system', async () => {
    const row = {
      pid: '4242',
      path: '/usr/bin/lua',
      cmdline: 'lua -e x',
      cwd: '/',
      uid: '1000',
      auid: '1000',
      parent: '77',
    };
    const { report, value } = await load(
      JSON.stringify([{ ...row, time: '1767601801', syscall: 'execve' }]),
      'osqueryi.json',
    );
    expect(report.tables.map(({ table }) => table)).toEqual(['DeviceProcessEvents']);
    expect(['FileName', 'ProcessCommandLine', 'ProcessId', 'InitiatingProcessId'].map(value)).toEqual([
      'lua',
      'lua -e x',
      4242n,
      77n,
    ]);
  });

  it('an event’s text in Splunk’s CSV happened when Splunk says: its own time has no zone', async () => {
    const text = `01/05/2026 09:30:01 AM\nLogName=Security\nEventCode=4688\nComputerName=ws1\nMessage=A new process has been created.\n\nProcess Information:\n\tNew Process Name:\t${IMAGE}`;
    const { report, value } = await load(
      csv(['_time', '_raw', 'sourcetype'], ['2026-01-05T08:30:01.467+0000', text, 'WinEventLog']),
      'security.csv',
    );
    expect([value('FolderPath'), report.tables[0].timeRange?.[0]]).toEqual([IMAGE, '2026-01-05T08:30:01.4670000Z']);
  });

  it('an account’s domain in a field of its own is that, and else what stands before its name', async () => {
    const row = { time: TIME, host: 'ws1', command_line: COMMAND };
    const own = await load(lines({ ...row, user_name: 'ada', account_domain: 'LAB' }), 'own.json');
    const before = await load(lines({ ...row, user_name: 'LAB\\ada' }), 'before.json');
    for (const { value } of [own, before]) {
      expect(['AccountDomain', 'AccountName'].map(value)).toEqual(['LAB', 'ada']);
    }
  });

  it('Plaso’s timeline stays a table of its own: it has no command lines', async () => {
    const { report } = await load(
      csv('datetime,timestamp_desc,source,source_long,message,parser,display_name,tag'.split(','), [
        '2026-01-05T08:30:01.467000+00:00',
        'Content Modification Time',
        'EVT',
        'WinEVTX',
        "[1 / 0x0001] Provider identifier: {x} Strings: ['-', 'C:\\Tools\\lua.exe']",
        'winevtx',
        'OS:/x.evtx',
        '-',
      ]),
      'plaso.csv',
    );
    expect(report.tables.map(({ table, rows }) => [table, rows])).toEqual([['plaso', 1]]);
  });
});
