import type { Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import { datetimeText, valueText } from '../functions/value-text.ts';

/** A process as an event tells of it: which one, on which device, since when. */
export interface ProcessKey {
  /** Its name in lower case; its id where it has no name. */
  readonly device: string;
  readonly processId: string;
  /** Datetime ticks; undefined where the event does not say. */
  readonly created: bigint | undefined;
}

/** A generation of a row's processes: the process itself, its parent, its parent's parent. */
export type Generation = 'self' | 'parent' | 'grandparent';

const COLUMNS = {
  self: {
    id: 'ProcessId',
    created: 'ProcessCreationTime',
    file: 'FileName',
    command: 'ProcessCommandLine',
    account: 'AccountName',
  },
  parent: {
    id: 'InitiatingProcessId',
    created: 'InitiatingProcessCreationTime',
    file: 'InitiatingProcessFileName',
    command: 'InitiatingProcessCommandLine',
    account: 'InitiatingProcessAccountName',
  },
  grandparent: {
    id: 'InitiatingProcessParentId',
    created: 'InitiatingProcessParentCreationTime',
    file: 'InitiatingProcessParentFileName',
    command: '',
    account: '',
  },
} as const;

/** What an event says of a process. */
export interface ProcessFields {
  readonly fileName: string;
  readonly commandLine: string;
  readonly accountName: string;
  readonly processId: string;
  readonly creationTime: string;
}

/** The process creation events of a table, read by row. */
export class ProcessEvents {
  readonly length: number;
  private readonly table: Table;
  private readonly time: Column | undefined;

  private constructor(table: Table) {
    this.table = table;
    this.length = table.length;
    this.time = table.column('Timestamp') ?? table.column('TimeGenerated');
  }

  /** Undefined for a table that has no process ids of processes and their parents. */
  static of(table: Table): ProcessEvents | undefined {
    const needed = [COLUMNS.self.id, COLUMNS.parent.id];
    return needed.every((name) => table.column(name) !== undefined) ? new ProcessEvents(table) : undefined;
  }

  /** False for events about an existing process. */
  isCreation(row: number): boolean {
    const action = this.text('ActionType', row);
    return action === '' || /creat|start|exec/i.test(action);
  }

  deviceName(row: number): string {
    return this.text('DeviceName', row) || this.text('DeviceId', row);
  }

  /** Which process a generation of a row is; undefined where its id is missing. */
  keyOf(row: number, generation: Generation): ProcessKey | undefined {
    const { id, created } = COLUMNS[generation];
    const processId = this.text(id, row);
    if (processId === '') return undefined;
    const own = generation === 'self' ? (this.ticks(created, row) ?? this.timeOf(row)) : this.ticks(created, row);
    return { device: this.deviceName(row).toLowerCase(), processId, created: own };
  }

  /** What a row says of a generation. */
  fields(row: number, generation: Generation): ProcessFields {
    const names = COLUMNS[generation];
    const key = this.keyOf(row, generation);
    return {
      fileName: this.text(names.file, row),
      commandLine: this.text(names.command, row),
      accountName: this.text(names.account, row),
      processId: key?.processId ?? '',
      creationTime: key?.created === undefined ? '' : datetimeText(key.created),
    };
  }

  /** When the event was recorded. */
  timeOf(row: number): bigint | undefined {
    return ticksOf(this.time, row);
  }

  private ticks(name: string, row: number): bigint | undefined {
    return ticksOf(this.table.column(name), row);
  }

  private text(name: string, row: number): string {
    const column = name === '' ? undefined : this.table.column(name);
    return column === undefined ? '' : valueText(column.get(row), column.type);
  }
}

function ticksOf(column: Column | undefined, row: number): bigint | undefined {
  const value = column?.get(row);
  if (typeof value === 'bigint') return value;
  return typeof value === 'string' ? parseDatetime(value) : undefined;
}
