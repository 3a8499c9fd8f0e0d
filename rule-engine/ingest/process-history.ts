import type { Table } from '../columnar/table.ts';

/** Creations of processes by device and process id, in the order of their times. */
export class ProcessHistory {
  readonly table: Table;
  private readonly byId = new Map<string, number[]>();
  private readonly byUniqueId = new Map<string, number>();
  private readonly times: (row: number) => bigint;

  /** `table` is one of process events; only those that created a process count. */
  constructor(table: Table) {
    this.table = table;
    this.times = timesOf(table);
    const key = keyOf(table, 'ProcessId');
    const action = table.column('ActionType');
    const unique = table.column('ProcessUniqueId');
    for (let row = 0; row < table.length; row++) {
      if (action?.get(row) !== 'ProcessCreated') continue;
      const uniqueId = unique?.get(row);
      if (typeof uniqueId === 'string' && uniqueId !== '') this.byUniqueId.set(uniqueId, row);
      const id = key(row);
      if (id === undefined) continue;
      const rows = this.byId.get(id);
      if (rows === undefined) this.byId.set(id, [row]);
      else rows.push(row);
    }
    for (const rows of this.byId.values()) rows.sort((a, b) => compare(this.times(a), this.times(b)) || a - b);
  }

  /** For each row of a table of events the row of its acting process's creation; -1 where there is none. */
  parentsOf(events: Table): Int32Array {
    const parents = new Int32Array(events.length).fill(-1);
    const key = keyOf(events, 'InitiatingProcessId');
    const unique = events.column('InitiatingProcessUniqueId');
    const times = timesOf(events);
    for (let row = 0; row < events.length; row++) {
      const uniqueId = unique?.get(row);
      const known = typeof uniqueId === 'string' && uniqueId !== '' ? this.byUniqueId.get(uniqueId) : undefined;
      const id = known === undefined ? key(row) : undefined;
      const found = known ?? (id === undefined ? -1 : this.latest(id, times(row), events === this.table ? row : -1));
      if (found !== row || events !== this.table) parents[row] = found;
    }
    return parents;
  }

  /** The latest creation that isn't after the time, and isn't the event itself. */
  private latest(id: string, time: bigint, self: number): number {
    const rows = this.byId.get(id);
    if (rows === undefined) return -1;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times(rows[middle]) <= time) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0; at--) if (rows[at] !== self) return rows[at];
    return -1;
  }
}

function keyOf(table: Table, idColumn: string): (row: number) => string | undefined {
  const device = table.column('DeviceName');
  const id = table.column(idColumn);
  return (row) => {
    const value = id?.get(row) ?? null;
    return value === null ? undefined : `${value} ${device?.get(row) ?? ''}`;
  };
}

function timesOf(table: Table): (row: number) => bigint {
  const column = table.column('Timestamp');
  return (row) => {
    const value = column?.get(row);
    return typeof value === 'bigint' ? value : 0n;
  };
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
