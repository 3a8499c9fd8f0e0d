import { describe, expect, it } from 'vitest';
import { builtInTable } from '../schema/catalogue.ts';
import { columnCoverage } from './column-coverage.ts';
import { extendedMapping, mappableFields } from './extended-mapping.ts';
import { type LoadOptions, loadSource } from './load-source.ts';
import { previewMapping } from './preview-mapping.ts';
import { type UserMapping, userMappingFrom } from './user-mapping.ts';

async function load(text: string, name: string, options: LoadOptions = {}) {
  const { report, tables } = await loadSource(new File([text], name), options);
  const columnsOf = (table: string, ...columns: readonly string[]) => {
    const found = tables.find((one) => one.name === table)!.table;
    return Array.from({ length: found.length }, (_, row) => columns.map((column) => found.column(column)!.get(row)));
  };
  return { report, columnsOf };
}

function execve(second: number, pid: number, ppid: number, exe: string, ...argv: readonly string[]): string {
  const head = `msg=audit(${1_767_225_600 + second}.000:${second + 1})`;
  const list = argv.map((argument, index) => `a${index}="${argument}"`).join(' ');
  return `node=web1 type=SYSCALL ${head}: arch=c000003e syscall=59 success=yes ppid=${ppid} pid=${pid} uid=0 auid=1000 ses=1 exe="${exe}"
node=web1 type=EXECVE ${head}: argc=${argv.length} ${list}
node=web1 type=EOE ${head}:
`;
}

describe('parents', () => {
  const [shell, env, lua] = [
    execve(0, 10, 1, '/bin/sh', 'sh', '-c', 'x'),
    execve(1, 20, 10, '/usr/bin/env', 'env', 'lua'),
    execve(1, 20, 10, '/usr/bin/lua5.4', 'lua'),
  ];
  const child = execve(2, 30, 20, '/usr/bin/id', 'id');
  const later = execve(9, 20, 1, '/usr/bin/other', 'other');

  it.each([
    ['in their order', [shell, env, lua.replaceAll(':2)', ':3)'), child, later]],
    ['newest first', [later, child, lua.replaceAll(':2)', ':3)'), env, shell]],
  ])('are joined from their own events %s', async (_, events) => {
    const { report, columnsOf } = await load(events.join(''), 'audit.log');
    const rows = columnsOf(
      'DeviceProcessEvents',
      'FileName',
      'InitiatingProcessFileName',
      'InitiatingProcessCommandLine',
      'InitiatingProcessParentFileName',
    );
    expect(rows.find(([name]) => name === 'lua5.4')).toEqual(['lua5.4', 'sh', 'sh -c x', '']);
    expect(rows.find(([name]) => name === 'id')?.slice(2)).toEqual([expect.stringMatching(/lua/), 'sh']);
    const [table] = report.tables;
    const reported = table.columns.find(({ name }) => name === 'InitiatingProcessCommandLine');
    expect(reported).toMatchObject({ from: 'the event of the parent', filled: 3 });
  });

  it('never are of another device', async () => {
    const { columnsOf } = await load(
      shell + child.replaceAll('web1', 'web2').replace('ppid=20', 'ppid=10'),
      'audit.log',
    );
    const rows = columnsOf('DeviceProcessEvents', 'FileName', 'InitiatingProcessId');
    expect(rows).toContainEqual(['id', 10n]);
  });
});

describe('a mapping of the user', () => {
  const text =
    '{"when":"2026-01-05T00:00:00Z","box":"web1","tool":"lua","line":"lua a"}\n{"box":"web2","line":"lua b"}\n';
  const mapping: UserMapping = {
    id: 'user-1',
    name: 'Web tools',
    table: 'DeviceProcessEvents',
    columns: { Timestamp: 'when', DeviceName: 'box', ProcessCommandLine: 'line' },
    shape: ['line'],
  };

  it('is used for files of its shape', async () => {
    const { report, columnsOf } = await load(text, 'tools.ndjson', { userMappings: [mapping] });
    const [table] = report.tables;
    expect([table.mapping, table.mappingTitle, table.mappingReason]).toEqual([
      'user-1',
      'Web tools',
      'Your mapping Web tools is for such files.',
    ]);
    expect(columnsOf('DeviceProcessEvents', 'DeviceName', 'ProcessCommandLine')).toEqual([
      ['web1', 'lua a'],
      ['web2', 'lua b'],
    ]);
    expect(table.leftover).toEqual([{ field: 'tool', records: 1 }]);
    const other = await load('{"a":1}\n', 'other.ndjson', { userMappings: [mapping] });
    expect(other.report.tables[0].mapping).toBe('own-table');
  });

  it('adds a left-over field to a mapping that is there', async () => {
    const event = `<Event><System><Provider Name='Microsoft-Windows-Sysmon'/><EventID>1</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel></System><EventData><Data Name='Image'>C:\\lua.exe</Data><Data Name='Tag'>red</Data></EventData></Event>`;
    const added: UserMapping = {
      id: 'user-2',
      name: 'With tags',
      base: 'sysmon-process-creation',
      table: 'DeviceProcessEvents',
      columns: { MachineGroup: 'Tag' },
      shape: ['Tag'],
    };
    const { columnsOf } = await load(event, 'events.xml', { userMappings: [added] });
    expect(columnsOf('DeviceProcessEvents', 'FileName', 'MachineGroup')).toEqual([['lua.exe', 'red']]);
    expect(columnsOf('WindowsEvent', 'EventID')).toEqual([[1]]);
  });

  it('for some records of a file takes the others along, and maps no record twice', async () => {
    const event = (id: string, field: string) =>
      `<Event><System><Provider Name='Microsoft-Windows-Sysmon'/><EventID>1</EventID><Channel>Microsoft-Windows-Sysmon/Operational</Channel></System><EventData><Data Name='Image'>C:\\${id}.exe</Data>${field}</EventData></Event>`;
    const events = event('a', "<Data Name='Tag'>red</Data>") + event('b', '');
    const { report } = await load(events, 'events.xml');
    const processes = report.tables.find(({ table }) => table === 'DeviceProcessEvents')!;
    expect(mappableFields(processes, builtInTable('DeviceProcessEvents')!)).toContain('Tag');
    const addition = { name: 'Tags', table: 'DeviceProcessEvents', columns: { MachineGroup: 'Tag' } };
    const tags = extendedMapping(processes, [], { id: 'user-3', ...addition });
    const again = extendedMapping(processes, [], { id: 'user-4', ...addition });
    const { columnsOf } = await load(events, 'events.xml', { userMappings: [tags, again] });
    expect(columnsOf('DeviceProcessEvents', 'FileName', 'MachineGroup')).toEqual([
      ['a.exe', 'red'],
      ['b.exe', ''],
    ]);
  });

  it('leaves the other mappings of a file of several logs alone', async () => {
    const event = (provider: string, id: number, data: string) =>
      `<Event><System><Provider Name='${provider}'/><EventID>${id}</EventID></System><EventData>${data}</EventData></Event>`;
    const events = [
      event(
        'Microsoft-Windows-Sysmon',
        1,
        "<Data Name='Image'>C:\\a.exe</Data><Data Name='Tag'>red</Data><Data Name='Size'>5</Data>",
      ),
      event('Microsoft-Windows-Security-Auditing', 4688, "<Data Name='NewProcessName'>C:\\b.exe</Data>"),
      event('Microsoft-Windows-Sysmon', 11, "<Data Name='TargetFilename'>C:\\c.txt</Data>"),
    ].join('');
    const tags: UserMapping = {
      id: 'user-8',
      name: 'Tags',
      base: 'sysmon-process-creation',
      table: 'DeviceProcessEvents',
      columns: { AdditionalFields: 'Tag' },
      shape: ['Tag'],
    };
    const { report, columnsOf } = await load(events, 'events.xml', { userMappings: [tags] });
    expect(report.tables.map(({ table, mapping, rows }) => [table, mapping, rows])).toEqual([
      ['DeviceProcessEvents', 'user-8', 1],
      ['Event', 'event-table', 2],
      ['WindowsEvent', 'windows-event-table', 3],
      ['DeviceProcessEvents', 'security-4688', 1],
      ['SecurityEvent', 'security-event-table', 1],
      ['DeviceFileEvents', 'sysmon-file-events', 1],
    ]);
    expect(columnsOf('DeviceProcessEvents', 'FileName', 'AdditionalFields')).toEqual([['a.exe', 'red']]);
    expect(report.tables[0].leftover).toEqual([{ field: 'Size', records: 1 }]);
  });

  it('makes one row of a record that mappings over different bases would take', async () => {
    const event = `{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Image":"C:\\\\a.exe","CommandLine":"a x","Tag":"red"}\n`;
    const over = (id: string, base: string): UserMapping => ({
      id,
      name: id,
      base,
      table: 'DeviceProcessEvents',
      columns: { MachineGroup: 'Tag' },
      shape: ['Tag'],
    });
    const named = over('by-names', 'process-events-by-field-names');
    const sysmon = over('of-sysmon', 'sysmon-process-creation');
    for (const userMappings of [[named], [sysmon], [named, sysmon], [sysmon, named]]) {
      const { report, columnsOf } = await load(event, 'events.ndjson', { userMappings });
      expect(report.tables.filter(({ table }) => table === 'DeviceProcessEvents').length).toBe(1);
      expect(columnsOf('DeviceProcessEvents', 'FileName', 'MachineGroup')).toEqual([['a.exe', 'red']]);
    }
  });

  it('keeps the columns that fields have by their names, and grows', async () => {
    const csv =
      'Timestamp,DeviceName,FileName,ProcessCommandLine,AccountName,box,tool\n2026-01-05T00:00:00Z,,lua,lua a,root,web1,x\n';
    const first = (await load(csv, 'events.csv')).report.tables[0];
    expect(mappableFields(first, builtInTable(first.table)!)).toEqual(['box', 'tool']);
    const boxes = extendedMapping(first, [], {
      id: 'user-5',
      name: 'Boxes',
      table: first.table,
      columns: { DeviceId: 'box' },
    });
    const { report, columnsOf } = await load(csv, 'events.csv', { userMappings: [boxes] });
    expect(columnsOf('DeviceProcessEvents', 'FileName', 'AccountName', 'DeviceId')).toEqual([['lua', 'root', 'web1']]);
    const grown = extendedMapping(report.tables[0], [boxes], {
      id: 'another',
      name: 'Boxes and tools',
      table: first.table,
      columns: { MachineGroup: 'tool' },
    });
    expect([grown.id, grown.columns.DeviceId, grown.columns.MachineGroup]).toEqual(['user-5', 'box', 'tool']);
    expect(grown.shape).toEqual(['box', 'tool']);
  });

  it('adds to the mapping that field names suggest, and makes a known table of a file of its own', async () => {
    const json = '{"cmdline":"lua a","pid":7,"box":"web1"}\n{"cmdline":"lua b","pid":8}\n';
    const suggested = (await load(json, 'tools.ndjson')).report.tables[0];
    const added = extendedMapping(suggested, [], {
      id: 'user-6',
      name: 'Boxes',
      table: suggested.table,
      columns: { DeviceName: 'box' },
    });
    const boxed = await load(json, 'tools.ndjson', { userMappings: [added] });
    expect(boxed.columnsOf('DeviceProcessEvents', 'DeviceName', 'ProcessCommandLine')).toEqual([
      ['web1', 'lua a'],
      ['', 'lua b'],
    ]);
    const unknown = '{"what":"lua a"}\n{"what":"lua b"}\n';
    const own = (await load(unknown, 'other.ndjson')).report.tables[0];
    expect(mappableFields(own, undefined)).toEqual(['what']);
    const named = extendedMapping(own, [], {
      id: 'user-7',
      name: 'What',
      table: 'DeviceProcessEvents',
      columns: { ProcessCommandLine: 'what' },
    });
    const mapped = await load(unknown, 'other.ndjson', { userMappings: [added, named] });
    expect(mapped.columnsOf('DeviceProcessEvents', 'ProcessCommandLine')).toEqual([['lua a'], ['lua b']]);
  });

  it('is previewed and saved as JSON', async () => {
    const preview = await previewMapping(new File([text], 'tools.ndjson'), mapping);
    expect(preview?.columns).toEqual([
      'Timestamp',
      'TimeGenerated',
      'DeviceName',
      'ProcessCommandLine',
      'AdditionalFields',
    ]);
    expect(preview?.rows[0][2]).toBe('web1');
    expect(userMappingFrom(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    expect([userMappingFrom({ ...mapping, shape: 'x' }), userMappingFrom(null)]).toEqual([undefined, undefined]);
  });
});

describe('Windows events', () => {
  it('that Sentinel exported stay as they are, and start processes too', async () => {
    const { report, columnsOf } = await load(
      'TimeGenerated [UTC],Computer,EventID,Channel,EventSourceName,Activity,NewProcessName\n"1/5/2026, 1:00:00.000 AM",host,4688,Security,Microsoft-Windows-Security-Auditing,4688 - A new process has been created.,C:\\lua.exe\n',
      'export.csv',
    );
    expect(report.tables.map(({ table, mapping }) => [table, mapping])).toEqual([
      ['SecurityEvent', 'column-names'],
      ['DeviceProcessEvents', 'security-4688'],
    ]);
    expect(columnsOf('SecurityEvent', 'Activity')).toEqual([['4688 - A new process has been created.']]);
  });

  it('of Winlogbeat have the fields that its modules moved', async () => {
    const event = {
      '@timestamp': '2026-01-05T00:00:00.000Z',
      winlog: {
        channel: 'Security',
        event_id: '4688',
        provider_name: 'Microsoft-Windows-Security-Auditing',
        computer_name: 'host.example',
        event_data: { SubjectUserName: 'ada', SubjectDomainName: 'CONTOSO' },
      },
      process: {
        executable: 'C:\\lua.exe',
        pid: 7,
        command_line: 'lua a',
        parent: { pid: 5, executable: 'C:\\cmd.exe' },
      },
      host: { name: 'collector' },
    };
    const { report, columnsOf } = await load(`${JSON.stringify({ _source: event })}\n`, 'hits.ndjson');
    expect(report.formatTitle).toBe('JSON lines: Winlogbeat 7 or later');
    const columns = ['DeviceName', 'FileName', 'ProcessId', 'ProcessCommandLine', 'AccountName', 'InitiatingProcessId'];
    expect(columnsOf('DeviceProcessEvents', ...columns)).toEqual([['host.example', 'lua.exe', 7n, 'lua a', 'ada', 5n]]);
  });
});

it('fields that a search of Elasticsearch was asked for are lists of one value', async () => {
  const fields = { '@timestamp': ['2026-01-05T00:00:00.000Z'], 'event.module': ['endpoint'], 'event.action': ['exec'] };
  const process = { 'process.pid': [7], 'process.args': ['lua', '-e', '1'], 'process.executable': ['/usr/bin/lua'] };
  const hit = { _index: 'logs', _id: '1', fields: { ...fields, ...process, 'host.name': ['web'] } };
  const { report, columnsOf } = await load(JSON.stringify({ hits: { hits: [hit] } }), 'hits.json');
  expect(report.errors).toEqual([]);
  expect(columnsOf('DeviceProcessEvents', 'DeviceName', 'FolderPath', 'ProcessId', 'ProcessCommandLine')).toEqual([
    ['web', '/usr/bin/lua', 7n, 'lua -e 1'],
  ]);
});

describe('coverage of a rule’s columns', () => {
  it('tells filled, always empty and missing columns apart', async () => {
    const { report } = await load(
      'Timestamp,FileName,ProcessCommandLine,AccountName\n2026-01-05T00:00:00Z,lua,lua a,\n',
      'events.csv',
    );
    const coverage = columnCoverage([report], 'DeviceProcessEvents', ['FileName', 'AccountName', 'SHA256']);
    expect(coverage.columns.map(({ state, filled }) => [state, filled])).toEqual([
      ['filled', 1],
      ['always empty', 0],
      ['missing', 0],
    ]);
    expect(coverage.summary).toBe(
      'This rule needs 3 columns of DeviceProcessEvents: 1 filled, 1 always empty, 1 missing',
    );
  });
});
