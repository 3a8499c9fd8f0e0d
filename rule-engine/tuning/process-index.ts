import type { Generation, ProcessEvents, ProcessKey } from './process-events.ts';
import { hashBytes } from './text-hash.ts';

/** Rows put in between two checkpoints. */
const BLOCK = 1 << 13;
/** Times of one process from two sources may differ by so much, in ticks: a second. */
const TOLERANCE = 10_000_000n;

/** Finds process creation events by device and process id: of the process itself, and of those that it started. */
export class ProcessIndex {
  readonly events: ProcessEvents;
  private readonly own: Buckets;
  private readonly started: Buckets;

  private constructor(events: ProcessEvents, own: Buckets, started: Buckets) {
    this.events = events;
    this.own = own;
    this.started = started;
  }

  static async of(events: ProcessEvents, checkpoint: () => Promise<void>): Promise<ProcessIndex> {
    const own = await Buckets.of(events, 'self', checkpoint);
    return new ProcessIndex(events, own, await Buckets.of(events, 'parent', checkpoint));
  }

  /**
   * The creation event of a process: the one with its creation time; where that is not known, the last of that id before
   * a moment. Ids are used again, so an event of another time is of another process.
   */
  find(key: ProcessKey, before: bigint | undefined): number | undefined {
    let best: number | undefined;
    let bestDistance: bigint | undefined;
    for (const row of this.own.rowsOf(key)) {
      const created = this.events.keyOf(row, 'self')?.created;
      if (created === undefined) continue;
      const distance = key.created === undefined ? (before ?? created) - created : absolute(created - key.created);
      const possible = key.created === undefined ? distance >= 0n : distance <= TOLERANCE;
      if (!possible || (bestDistance !== undefined && distance >= bestDistance)) continue;
      best = row;
      bestDistance = distance;
    }
    return best;
  }

  /** The creation events of the processes that a process started, by time; one of each. */
  startedBy(parent: ProcessKey): readonly number[] {
    const end = parent.created === undefined ? undefined : this.nextOfSameId(parent, parent.created);
    const found = new Map<string, { readonly row: number; readonly created: bigint }>();
    for (const row of this.started.rowsOf(parent)) {
      const said = this.events.keyOf(row, 'parent')?.created;
      const self = this.events.keyOf(row, 'self');
      const created = self?.created ?? this.events.timeOf(row) ?? 0n;
      if (!isChild(said, created, parent.created, end)) continue;
      const key = `${self?.processId} ${created}`;
      if (!found.has(key)) found.set(key, { row, created });
    }
    return [...found.values()].sort((a, b) => compare(a.created, b.created)).map(({ row }) => row);
  }

  /** When the id was given to another process after a moment. */
  private nextOfSameId(key: ProcessKey, after: bigint): bigint | undefined {
    let next: bigint | undefined;
    for (const row of this.own.rowsOf(key)) {
      const created = this.events.keyOf(row, 'self')?.created;
      if (created !== undefined && created > after + TOLERANCE && (next === undefined || created < next))
        next = created;
    }
    return next;
  }
}

/** By what the child says of its parent's start; else by its own start within the parent's life. */
function isChild(
  said: bigint | undefined,
  created: bigint,
  parent: bigint | undefined,
  end: bigint | undefined,
): boolean {
  if (parent === undefined) return true;
  if (said !== undefined) return absolute(said - parent) <= TOLERANCE;
  return created + TOLERANCE >= parent && (end === undefined || created < end);
}

/** Rows by device and the process id of a generation. */
class Buckets {
  private readonly events: ProcessEvents;
  private readonly generation: Generation;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;

  private constructor(events: ProcessEvents, generation: Generation) {
    this.events = events;
    this.generation = generation;
    this.heads = new Int32Array(1 << Math.max(4, 32 - Math.clz32(events.length))).fill(-1);
    this.next = new Int32Array(events.length);
  }

  static async of(events: ProcessEvents, generation: Generation, checkpoint: () => Promise<void>): Promise<Buckets> {
    const buckets = new Buckets(events, generation);
    for (let row = events.length - 1; row >= 0; row--) {
      if (row % BLOCK === 0) await checkpoint();
      const key = events.isCreation(row) ? events.keyOf(row, generation) : undefined;
      if (key === undefined) continue;
      const bucket = buckets.bucketOf(key);
      buckets.next[row] = buckets.heads[bucket];
      buckets.heads[bucket] = row;
    }
    return buckets;
  }

  /** The rows, ascending, whose process of the generation has the device and the id. */
  *rowsOf(key: ProcessKey): Generator<number> {
    for (let row = this.heads[this.bucketOf(key)]; row >= 0; row = this.next[row]) {
      const own = this.events.keyOf(row, this.generation);
      if (own?.device === key.device && own.processId === key.processId) yield row;
    }
  }

  private bucketOf({ device, processId }: ProcessKey): number {
    return hashOf(`${device}\n${processId}`) & (this.heads.length - 1);
  }
}

const encoder = new TextEncoder();
const bytes = new Uint8Array(4096);
const pair = new Uint32Array(2);

function hashOf(text: string): number {
  hashBytes(bytes, 0, encoder.encodeInto(text, bytes).written, pair, 0);
  return pair[0];
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
