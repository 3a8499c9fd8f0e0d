import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../readers/reader.ts';
import { MappedRows } from './apply-mapping.ts';
import { exportedName } from './column-name.ts';
import { domainOfAccount, fileNameOfPath, hashOf, hexadecimal, joinedArguments, userOfAccount } from './conversions.ts';
import { fieldAt } from './field-path.ts';
import type { Mapping } from './mapping.ts';
import { statedTable, tableByColumns, tableNameOfFile } from './recognise-table.ts';
import { suggestProcessEvents } from './suggest-process-events.ts';

describe('recognising a table', () => {
  it('goes by the columns, with the suffixes of Log Analytics', () => {
    expect(tableByColumns(['TimeGenerated [UTC]', 'FileName', 'ProcessCommandLine'], 'x.csv')?.table.name).toBe(
      'DeviceProcessEvents',
    );
    expect(tableByColumns(['TimeGenerated', 'EventID', 'NewProcessName', 'CommandLine'], 'x.csv')?.table.name).toBe(
      'SecurityEvent',
    );
    expect(tableByColumns(['Timestamp', 'TimeGenerated', 'Computer'], 'x.csv')).toBeUndefined();
    expect(tableByColumns(['FileName', 'a', 'b', 'c'], 'x.csv')).toBeUndefined();
    const ofEveryTable = ['TimeGenerated', 'Computer', 'MG', 'ManagementGroupName', 'SourceSystem', 'TenantId', 'Type'];
    expect(tableByColumns([...ofEveryTable, 'RawData'], 'x.csv')).toBeUndefined();
    expect(tableByColumns([...ofEveryTable, 'EventID', 'status_s', 'owner_s'], 'x.csv')).toBeUndefined();
  });

  it('lets the file name decide between tables that fit alike', () => {
    expect(tableByColumns(['Timestamp', 'DeviceName', 'FileName'], 'DeviceFileEvents.csv')?.table.name).toBe(
      'DeviceFileEvents',
    );
    expect(tableByColumns(['Timestamp', 'DeviceName', 'FileName'], 'export.csv')?.table.name).toBe(
      'DeviceProcessEvents',
    );
  });

  it.each([
    'Id,TimeCreated',
    'SourceIp,DestinationPort,Protocol',
    'Timestamp,SourceIp,DestinationPort',
    'Timestamp,Level,Message',
    'Name,Description',
    'UserName,Computer',
    'StartTime,EndTime',
    'Process,CommandLine',
  ])('takes %s for no table: many logs have such fields', (fields) => {
    expect(tableByColumns(fields.split(','), 'x.csv')).toBeUndefined();
  });

  it.each([
    ['Timestamp,Title,Severity', 'AlertInfo'],
    ['Computer,EventID,Account', 'SecurityEvent'],
    ['Timestamp,DeviceName,FileName,ProcessCommandLine', 'DeviceProcessEvents'],
    ['FileName,ProcessCommandLine', 'DeviceProcessEvents'],
    ['DeviceName,AccountName', 'DeviceProcessEvents'],
    ['TimeGenerated [UTC],DestinationPort,Protocol,Fqdn', 'AZFWApplicationRule'],
    ['UserPrincipalName,IPAddress,ResultType', 'SigninLogs'],
    ['Computer,Facility,SyslogMessage', 'Syslog'],
  ])('takes %s for %s', (fields, table) => {
    expect(tableByColumns(fields.split(','), 'x.csv')?.table.name).toBe(table);
  });

  it('takes a file’s name as a table’s where its columns say little', () => {
    const named = (name: string) => tableByColumns(['Title', 'Severity'], name)?.table.name;
    expect(['AlertInfo.csv', 'out/alertinfo (2).csv', 'AlertInfo_2026-01.json'].map(named)).toEqual(
      Array(3).fill('AlertInfo'),
    );
    expect(['AlertInformation.csv', 'my-AlertInfo.csv', 'export.csv'].map(named)).toEqual(Array(3).fill(undefined));
  });

  it('takes no field for several whose names it holds', () => {
    const fields = ['Timestamp', 'DeviceName', 'FileName'];
    expect(tableByColumns(fields, 'x.csv')).toBeDefined();
    expect(tableByColumns([fields.join('\n')], 'x.csv')).toBeUndefined();
  });

  it('takes a table that the source names only when it is known', () => {
    expect(statedTable('DeviceEvents')?.table.name).toBe('DeviceEvents');
    expect([statedTable('DeviceGadgets'), statedTable(undefined)]).toEqual([undefined, undefined]);
  });

  it('makes a table name of any file name', () => {
    expect(
      ['Lua runs (1).csv.gz', 'C:\\x\\2026-01.ndjson', '...', 'événements.json', 'DeviceEvents.csv'].map(
        tableNameOfFile,
      ),
    ).toEqual(['Lua_runs_1', '_2026_01', 'Events', 'événements', 'DeviceEvents_file']);
  });

  it('reads the zone of a header', () => {
    expect(exportedName('TimeGenerated [UTC]')).toEqual({ name: 'TimeGenerated', zone: 'UTC' });
    expect(exportedName('TimeGenerated [Local Time]')).toEqual({ name: 'TimeGenerated', zone: 'other' });
    expect(exportedName('TimeGenerated [UTC+02:00]')).toEqual({ name: 'TimeGenerated', zone: 'other' });
    expect(exportedName('list [x]')).toEqual({ name: 'list [x]', zone: undefined });
  });
});

describe('paths and conversions', () => {
  it('finds a field by its name, dots in it or not', () => {
    expect(fieldAt({ 'process.name': 'a' }, 'process.name')).toBe('a');
    expect(fieldAt({ process: { 'parent.name': 'b' } }, 'process.parent.name')).toBe('b');
    expect(fieldAt({ process: { name: 'c' }, 'process.pid': 1 }, 'process.name')).toBe('c');
    expect([fieldAt({}, 'constructor'), fieldAt({ process: 'x' }, 'process.length')]).toEqual([undefined, undefined]);
  });

  it('converts', () => {
    expect(['C:\\Windows\\lua.exe', '/usr/bin/lua', 'lua', 'C:\\dir\\'].map(fileNameOfPath.convert)).toEqual([
      'lua.exe',
      'lua',
      'lua',
      '',
    ]);
    expect([
      domainOfAccount.convert('LAB\\ada'),
      domainOfAccount.convert('ada'),
      userOfAccount.convert('LAB\\ada'),
    ]).toEqual(['LAB', undefined, 'ada']);
    expect([hexadecimal.convert('0x1f4'), hexadecimal.convert('500'), hexadecimal.convert(7)]).toEqual([
      500n,
      '500',
      7,
    ]);
    expect([hashOf('MD5').convert('SHA1=AB,MD5=0C'), hashOf('SHA256').convert('MD5=0C')]).toEqual(['0c', undefined]);
    expect(joinedArguments.convert(['lua', '-e', 'print "x"'])).toBe(`lua -e 'print "x"'`);
  });
});

describe('applying a mapping', () => {
  const mapping: Mapping = {
    id: 'test',
    title: 'Test',
    table: 'DeviceProcessEvents',
    source: 'this test',
    accepts: () => true,
    columns: {
      FileName: { from: ['missing', 'image.path'], convert: fileNameOfPath },
      ActionType: { constant: 'ProcessCreated' },
      ProcessCommandLine: {
        description: 'joined',
        from: ['args'],
        compute: ({ fields }) => (fields.args as string[]).join(' '),
      },
    },
    leftovers: 'AdditionalFields',
  };

  it('fills columns and keeps what no column uses', () => {
    const columns: { [name: string]: FieldValue } = {};
    const left: string[] = [];
    new MappedRows(mapping).row(
      { fields: { image: { path: '/usr/bin/lua', size: 7 }, args: ['lua', 'x'], empty: '', none: null, 'a.b': true } },
      (name, value) => Object.assign(columns, { [name]: value }),
      (field) => left.push(field),
    );
    expect(columns).toEqual({
      FileName: 'lua',
      ActionType: 'ProcessCreated',
      ProcessCommandLine: 'lua x',
      AdditionalFields: { 'image.size': 7, 'a.b': true },
    });
    expect(left).toEqual(['image.size', 'a.b']);
  });
});

describe('suggesting process events', () => {
  const suggested = (fields: { readonly [name: string]: FieldValue }) => suggestProcessEvents([{ fields }])?.columns;

  it('goes by names of many sources', () => {
    for (const name of ['command_line', 'cmdline', 'CommandLine', 'process.command_line', 'ProcessCommandLine']) {
      expect(suggested({ [name]: 'lua x' })?.ProcessCommandLine).toMatchObject({ from: [name] });
    }
    expect(suggested({ Image: 'C:\\lua.exe', CommandLine: 'lua' })?.FolderPath).toMatchObject({ from: ['Image'] });
    expect(suggested({ Event: { EventData: { CommandLine: 'lua' } } })?.ProcessCommandLine).toMatchObject({
      from: ['Event.EventData.CommandLine'],
    });
  });

  it('takes a command for a command line only beside a program', () => {
    expect(suggested({ ts: 1, user: 'ada', command: 'EPSV', reply_code: 229 })).toBeUndefined();
    expect(suggested({ ts: 1, cmd: 'query', arg: 'select 1' })).toBeUndefined();
    expect(suggested({ ts: 1, _path: 'ftp', user: 'ada', command: 'PORT' })).toBeUndefined();
    expect(suggested({ ts: 1, path: '/pub/readme', user: 'ada', command: 'RETR' })).toBeUndefined();
    expect(suggested({ path: '/usr/bin/lua', command: 'lua x' })?.FolderPath).toMatchObject({ from: ['path'] });
    expect(suggested({ pid: 4, command: 'lua x' })?.ProcessCommandLine).toMatchObject({ from: ['command'] });
  });

  it('takes no parameters of other events for a command line', () => {
    const parameters = [{ name: 'src', type: 'string', value: '192.0.2.1' }];
    expect(suggested({ processName: 'dig', processId: 4, args: parameters })).toBeUndefined();
    expect(suggested({ pid: 4, args: ['lua', '-e', '1'] })?.ProcessCommandLine).toMatchObject({ from: ['args'] });
    expect(suggested({ eventName: 'dns_query', pid: 4, args: ['example.org'] })).toBeUndefined();
    expect(suggested({ eventName: 'process_exec', pid: 4, args: ['lua'] })?.ActionType).toBeDefined();
  });

  it('takes a record without a command line only where a name says that its path is the program', () => {
    const ofFile = { fields: { location: '/usr/bin/lua' } };
    const ofProcess = { fields: { pid: 4, cmdline: 'lua x', location: '/usr/bin/lua' } };
    expect(suggestProcessEvents([ofProcess, ofFile])?.accepts(ofFile)).toBe(false);
    const named = { fields: { exe: '/usr/bin/lua' } };
    expect(suggestProcessEvents([ofProcess, named])?.accepts(named)).toBe(true);
  });

  it('goes by values where no name says it', () => {
    expect(suggested({ what: '/usr/bin/lua -e 1', user: 'ada' })?.ProcessCommandLine).toBe('what');
    expect(suggested({ what: '"C:\\Lua\\lua.exe" -e 1', host: 'ws1' })?.ProcessCommandLine).toBe('what');
    expect(suggested({ ts: 1, level: 'warning', location: '/usr/share/scripts/weird.lua, line 7' })).toBeUndefined();
    expect(suggested({ from: '"Ada" <ada@lab.example>', user: 'ada', path: ['192.0.2.1'] })).toBeUndefined();
    expect(suggested({ where: 'C:\\Program Files\\Lua\\lua.exe', who: 'ada' })).toBeUndefined();
  });
});
