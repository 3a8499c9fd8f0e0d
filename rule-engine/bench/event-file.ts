import { existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventsAsCsv, eventsAsNdjson } from './generate-events.ts';

export type EventFormat = 'csv' | 'ndjson';

/** The path of a file of generated events, made when it is not there from an earlier run. */
export function eventFile(rows: number, format: EventFormat): string {
  const folder = path.join(tmpdir(), 'penumbra-bench');
  const file = path.join(folder, `DeviceProcessEvents-${rows}.${format}`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  const descriptor = openSync(partial, 'w');
  const chunks = format === 'csv' ? eventsAsCsv(rows) : eventsAsNdjson(rows);
  for (const chunk of chunks) writeSync(descriptor, chunk);
  renameSync(partial, file);
  return file;
}
