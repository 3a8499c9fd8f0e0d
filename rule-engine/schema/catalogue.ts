import type { TableSchema } from './scalar-type.ts';
import { asimProcessEventLogs } from './tables/asim-process-event-logs.ts';
import { commonSecurityLog } from './tables/common-security-log.ts';
import { deviceEvents } from './tables/device-events.ts';
import { deviceFileEvents } from './tables/device-file-events.ts';
import { deviceImageLoadEvents } from './tables/device-image-load-events.ts';
import { deviceLogonEvents } from './tables/device-logon-events.ts';
import { deviceNetworkEvents } from './tables/device-network-events.ts';
import { deviceProcessEvents } from './tables/device-process-events.ts';
import { deviceRegistryEvents } from './tables/device-registry-events.ts';
import { event } from './tables/event.ts';
import { securityEvent } from './tables/security-event.ts';
import { syslog } from './tables/syslog.ts';
import { windowsEvent } from './tables/windows-event.ts';

/** The tables of Microsoft Sentinel and Defender XDR that a query can name, loaded or not. */
export const builtInTables: readonly TableSchema[] = [
  deviceProcessEvents,
  deviceEvents,
  deviceNetworkEvents,
  deviceFileEvents,
  deviceLogonEvents,
  deviceRegistryEvents,
  deviceImageLoadEvents,
  securityEvent,
  syslog,
  event,
  windowsEvent,
  commonSecurityLog,
  asimProcessEventLogs,
];

const byName: ReadonlyMap<string, TableSchema> = new Map(builtInTables.map((table) => [table.name, table]));

/** The built-in table of that exact name. */
export function builtInTable(name: string): TableSchema | undefined {
  return byName.get(name);
}
