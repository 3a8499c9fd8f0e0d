import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSource } from './load-source.ts';

/** Telemetry that may not be copied into the project: read where it lies, beside the project's folder. */
const telemetry = join(import.meta.dirname, '../../../shared/telemetry');
const present = existsSync(telemetry);
if (!present) console.warn(`Skipped: ${telemetry} is not there`);

async function load(path: string) {
  const file = join(telemetry, path);
  return loadSource(new File([readFileSync(file)], basename(file)));
}

describe.skipIf(!present)('real exports and responses', () => {
  it('reads the portal export of 26 rows and 72 columns', async () => {
    const { report } = await load('real/ah_csv/advanced_hunting_test.csv');
    const [table] = report.tables;
    expect([report.format, report.errorCount, table.table, table.rows]).toEqual(['csv', 0, 'DeviceProcessEvents', 26]);
    const fromFile = table.columns.filter((column) => column.name !== 'TimeGenerated');
    expect([fromFile.length, table.leftover]).toEqual([72, []]);
    expect(fromFile.find((column) => column.name === 'Timestamp')).toMatchObject({ type: 'datetime', filled: 26 });
    expect(fromFile.find((column) => column.name === 'RemotePort')).toMatchObject({ from: 'RemotePort' });
    expect(table.timeRange).toEqual(['2023-10-10T19:57:30.0039714Z', '2023-10-18T15:45:07.9862755Z']);
  });

  it('reads all 3,605 NXLog lines', async () => {
    const { report } = await load('real/otrf/nxlog_process_events.ndjson');
    expect([report.format, report.records, report.errorCount]).toEqual(['ndjson', 3605, 0]);
  });

  const rowsOf: readonly (readonly [string, string, { readonly [table: string]: number }])[] = [
    ['samples/ah_portal_csv/process_rows.csv', 'csv', { DeviceProcessEvents: 3 }],
    ['samples/log_analytics_csv/header_forms.csv', 'csv', { DeviceProcessEvents: 1 }],
    ['samples/log_analytics_csv/commonsecuritylog_iso.csv', 'csv', { CommonSecurityLog: 1 }],
    [
      'samples/streaming_api_ndjson/storage_blob.ndjson',
      'ndjson',
      { DeviceProcessEvents: 1, AlertInfo: 1, AlertEvidence: 1 },
    ],
    ['samples/streaming_api_ndjson/event_hub_message.json', 'json', { DeviceProcessEvents: 1 }],
    ['samples/ah_api_json/response.json', 'hunting-api', { DeviceProcessEvents: 2 }],
    ['samples/ah_api_json/graph_runHuntingQuery.json', 'hunting-api', { DeviceProcessEvents: 1 }],
    ['samples/azure_monitor_api/response.json', 'azure-monitor', { response: 4 }],
    ['samples/kusto_rest/v1.json', 'kusto-v1', { v1: 1 }],
    ['samples/kusto_rest/v1_versionshowcommandresult.json', 'kusto-v1', { v1_versionshowcommandresult: 1 }],
    ['samples/kusto_rest/v2_deft.json', 'kusto-v2', { Deft: 11 }],
    ['samples/kusto_rest/v2_deft_with_progressive_result.json', 'kusto-v2', { Deft: 11 }],
    ['samples/kusto_rest/v2_null_values.json', 'kusto-v2', { v2_null_values: 1 }],
    ['samples/kusto_rest/v2_zero_results.json', 'kusto-v2', { v2_zero_results: 0 }],
  ];

  it.each(rowsOf)('reads %s', async (path, format, tables) => {
    const { report } = await load(path);
    expect([report.format, report.errors]).toEqual([format, []]);
    expect(Object.fromEntries(report.tables.map((table) => [table.table, table.rows]))).toEqual(tables);
  });

  it('reads every type of a Kusto response', async () => {
    const { tables } = await load('samples/kusto_rest/v2_deft.json');
    const row = tables[0].table.columns.map((column) => column.get(2));
    expect(row.slice(0, 9)).toEqual([1, '00000001-0000-0000-0001-020304050607', 1.0001, 1.01, true, 1, 1, 1n, 1n]);
    expect(row.at(-3)).toBe(864010010001n);
    expect(row.at(-1)).toEqual(
      new Map<string, unknown>([
        ['rowId', 1n],
        ['arr', [0n, 1n]],
      ]),
    );
  });
});
