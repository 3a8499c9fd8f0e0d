import { auditdReader } from './auditd/auditd-reader.ts';
import { arrowReader } from './column-files/arrow-reader.ts';
import { parquetReader } from './column-files/parquet-reader.ts';
import { csvReader } from './csv/csv-reader.ts';
import { evtxReader } from './evtx/evtx-reader.ts';
import { fieldLogReader } from './field-log/field-log-reader.ts';
import {
  azureMonitorReader,
  columnsAndRowsReader,
  huntingApiReader,
  kustoV1Reader,
  kustoV2Reader,
} from './json/api-response.ts';
import { jsonLinesReader, jsonReader } from './json/json-records.ts';
import type { Reader } from './reader.ts';
import { cefReader } from './syslog/cef-reader.ts';
import { journalExportReader } from './syslog/journal-export-reader.ts';
import { journalReader } from './syslog/journal-reader.ts';
import { syslogReader } from './syslog/syslog-reader.ts';
import { wevtutilReader } from './windows-text/wevtutil-reader.ts';
import { windowsTextReader } from './windows-text/windows-text-reader.ts';
import { clixmlReader } from './windows-xml/clixml-reader.ts';
import { sysmonLinuxReader, windowsXmlReader } from './windows-xml/windows-xml-reader.ts';
import { workbookReader } from './workbook/workbook-reader.ts';

/** All log formats. A new one is an entry here; where two are as sure of a content, the earlier one is taken. */
export const readers: readonly Reader[] = [
  evtxReader,
  parquetReader,
  arrowReader,
  workbookReader,
  journalExportReader,
  auditdReader,
  sysmonLinuxReader,
  windowsXmlReader,
  clixmlReader,
  windowsTextReader,
  wevtutilReader,
  fieldLogReader,
  syslogReader,
  cefReader,
  huntingApiReader,
  azureMonitorReader,
  kustoV1Reader,
  kustoV2Reader,
  columnsAndRowsReader,
  journalReader,
  jsonLinesReader,
  jsonReader,
  csvReader,
];
