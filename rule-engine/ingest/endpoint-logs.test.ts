import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSource } from './load-source.ts';

/** Telemetry that may not be copied into the project: read where it lies, beside the project's folder. */
const telemetry = join(import.meta.dirname, '../../../shared/telemetry');
const present = existsSync(telemetry);
if (!present) console.warn(`Skipped: ${telemetry} is not there`);

async function load(path: string) {
  const file = join(telemetry, path);
  const loaded = await loadSource(new File([readFileSync(file)], basename(file)));
  const rows: { [table: string]: number } = {};
  for (const { table, rows: count } of loaded.report.tables) rows[table] = (rows[table] ?? 0) + count;
  return { ...loaded, rows };
}

/** A row of the first table of that name, without what is empty; times as they are reported. */
async function firstRow(path: string, name: string) {
  const { tables } = await load(path);
  const table = tables.find((one) => one.name === name)!.table;
  const row: { [column: string]: unknown } = {};
  for (const [index, { name: column }] of table.schema.entries()) {
    const value = table.columns[index].get(0);
    if (value !== null && value !== '') row[column] = value;
  }
  return row;
}

const folder = (path: string) => (present ? readdirSync(join(telemetry, path)).map((name) => join(path, name)) : []);

describe.skipIf(!present)('endpoint logs', () => {
  it.each([
    ['samples/sysmon_evtx', 'evtx', { DeviceProcessEvents: 1, Event: 1, WindowsEvent: 1 }],
    ['samples/security_4688_evtx', 'evtx', { DeviceProcessEvents: 28, SecurityEvent: 28, WindowsEvent: 28 }],
    ['samples/nxlog_json', 'ndjson', { DeviceProcessEvents: 2, Event: 1, SecurityEvent: 1, WindowsEvent: 2 }],
    ['samples/winlogbeat_json', 'ndjson', { DeviceProcessEvents: 2, Event: 1, SecurityEvent: 1, WindowsEvent: 2 }],
    ['samples/winevent_xml', 'windows-event-xml', { DeviceProcessEvents: 1, Event: 1, WindowsEvent: 1 }],
    [
      'real/winevent_xml',
      'windows-event-xml',
      { DeviceProcessEvents: 40, Event: 39, SecurityEvent: 20, WindowsEvent: 59 },
    ],
    ['samples/winevent_text', 'windows-event-text', { DeviceProcessEvents: 1, SecurityEvent: 1, WindowsEvent: 1 }],
    ['samples/sysmon_linux_syslog', 'sysmon-linux', { DeviceProcessEvents: 1, Event: 1, WindowsEvent: 1 }],
    ['samples/ocsf_json', 'json', { DeviceProcessEvents: 1 }],
    ['samples/osquery_json', 'ndjson', { DeviceProcessEvents: 1 }],
    ['samples/falco_json', 'ndjson', { DeviceProcessEvents: 1 }],
    ['samples/ecs_endpoint_json', 'json', { DeviceProcessEvents: 1 }],
    ['real/otrf', 'ndjson', { DeviceProcessEvents: 3605, Event: 1988, SecurityEvent: 1617, WindowsEvent: 3605 }],
  ])('reads %s', async (path, format, expected) => {
    for (const file of folder(path)) {
      const { report, rows } = await load(file);
      expect([report.format, report.errors, rows]).toEqual([format, [], expected]);
    }
  });

  it('finds the 227 process creations of a log with unused chunks', async () => {
    const { rows, report } = await load('real/evtx_edge/sysmon.evtx');
    expect([rows.DeviceProcessEvents, rows.Event, report.records]).toEqual([227, 358, 358]);
  });

  it.each(folder('samples/laurel_json').map((path) => [path]))('%s is the same as the raw log', async (path) => {
    const raw = path.replace('laurel_json/record', 'auditd_raw/laurel_record').replace('.json', '.log');
    const [fromJson, fromLog] = [
      await firstRow(path, 'DeviceProcessEvents'),
      await firstRow(raw, 'DeviceProcessEvents'),
    ];
    expect(fromLog.ProcessCommandLine).toBeDefined();
    expect({ ...fromJson, AdditionalFields: 0 }).toEqual({ ...fromLog, AdditionalFields: 0 });
  });

  it('makes the same row of an event in EVTX and in evtx_dump’s JSON', async () => {
    const [binary] = folder('samples/sysmon_evtx');
    const json = folder('samples/evtx_dump_json').find((name) => name.includes('amsi'))!;
    expect(await firstRow(json, 'DeviceProcessEvents')).toEqual(await firstRow(binary, 'DeviceProcessEvents'));
  });

  it('reads Splunk’s text of an event as OCSF has it', async () => {
    const text = await firstRow('samples/winevent_text/4688_message.txt', 'DeviceProcessEvents');
    const ocsf = await firstRow('samples/ocsf_json/4688_1007.json', 'DeviceProcessEvents');
    for (const column of [
      'FileName',
      'FolderPath',
      'ProcessId',
      'AccountName',
      'AccountDomain',
      'LogonId',
      'DeviceName',
    ]) {
      expect([column, text[column]]).toEqual([column, ocsf[column]]);
    }
    expect(String(text.ProcessCommandLine).trim()).toBe(String(ocsf.ProcessCommandLine).trim());
    expect(text).toMatchObject({
      InitiatingProcessFileName: 'cmd.exe',
      InitiatingProcessId: 3948n,
      ProcessIntegrityLevel: 'High',
    });
  });

  it('maps file, image, network and registry events of Sysmon', async () => {
    const { rows } = await load(
      'real/evtx_attack_samples/AutomatedTestingTools_panache_sysmon_vs_EDRTestingScript.evtx',
    );
    expect(rows).toEqual({
      DeviceProcessEvents: 96,
      DeviceNetworkEvents: 8,
      DeviceImageLoadEvents: 8,
      DeviceFileEvents: 5,
      DeviceRegistryEvents: 5,
      Event: 122,
      WindowsEvent: 122,
    });
  });
});
