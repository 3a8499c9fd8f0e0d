import type { Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';
import { valueText } from '../functions/value-text.ts';
import { identifyingColumns } from './identifying-columns.ts';
import { combineHash, hashBytes } from './text-hash.ts';

/** Rows hashed between two checkpoints. */
const BLOCK = 1 << 15;

const encoder = new TextEncoder();

/**
 * The fingerprint of each row of a table, and the rows of each fingerprint. A fingerprint is a 64-bit hash of the table's
 * name and of the names and values of the identifying columns that are filled: it does not depend on the order of rows
 * or columns, on the file, or on the time.
 */
export class EventFingerprints {
  /** Two words a row. */
  private readonly hashes: Uint32Array;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;

  private constructor(hashes: Uint32Array) {
    this.hashes = hashes;
    const rows = hashes.length / 2;
    this.heads = new Int32Array(1 << Math.max(4, 32 - Math.clz32(rows))).fill(-1);
    this.next = new Int32Array(rows);
    for (let row = rows - 1; row >= 0; row--) {
      const bucket = hashes[2 * row] & (this.heads.length - 1);
      this.next[row] = this.heads[bucket];
      this.heads[bucket] = row;
    }
  }

  static async of(name: string, table: Table, checkpoint: () => Promise<void>): Promise<EventFingerprints> {
    const hashes = new Uint32Array(table.length * 2);
    const seed = hashOf(name);
    for (let row = 0; row < table.length; row++) hashes.set(seed, 2 * row);
    for (const column of identifyingColumns(name, table.schema)) {
      const values = table.column(column);
      if (values !== undefined) await addColumn(hashes, hashOf(column), values, checkpoint);
    }
    return new EventFingerprints(hashes);
  }

  /** 16 hexadecimal digits. */
  of(row: number): string {
    return hex(this.hashes[2 * row]) + hex(this.hashes[2 * row + 1]);
  }

  /** The rows of a fingerprint, ascending. */
  rowsOf(fingerprint: string): readonly number[] {
    const high = Number.parseInt(fingerprint.slice(0, 8), 16);
    const low = Number.parseInt(fingerprint.slice(8), 16);
    const rows: number[] = [];
    for (let row = this.heads[high & (this.heads.length - 1)]; row >= 0; row = this.next[row]) {
      if (this.hashes[2 * row] === high && this.hashes[2 * row + 1] === low) rows.push(row);
    }
    return rows;
  }
}

async function addColumn(
  hashes: Uint32Array,
  name: Uint32Array,
  column: Column,
  checkpoint: () => Promise<void>,
): Promise<void> {
  const pair = new Uint32Array(2);
  const hashRow = column.kind === 'string' ? codeHash(column.dictionary.size) : undefined;
  for (let row = 0; row < column.length; row++) {
    if (row % BLOCK === BLOCK - 1) await checkpoint();
    if (column.kind === 'string' && hashRow !== undefined) {
      const code = column.codes[row];
      const { arena, offsets } = column.dictionary;
      if (offsets[code] === offsets[code + 1]) continue;
      hashRow(code, arena, offsets, pair);
    } else {
      const value = column.get(row);
      const text = value === null ? '' : valueText(value, column.type);
      if (text === '') continue;
      pair.set(hashOf(text));
    }
    combineHash(hashes, 2 * row, name[0], name[1]);
    combineHash(hashes, 2 * row, pair[0], pair[1]);
  }
}

type CodeHash = (code: number, arena: Uint8Array, offsets: Uint32Array, into: Uint32Array) => void;

/** The hash of a code's bytes, worked out once a code. */
function codeHash(size: number): CodeHash {
  const known = new Uint32Array(size * 2);
  const isKnown = new Uint8Array(size);
  return (code, arena, offsets, into) => {
    if (isKnown[code] === 0) {
      hashBytes(arena, offsets[code], offsets[code + 1], known, 2 * code);
      isKnown[code] = 1;
    }
    into[0] = known[2 * code];
    into[1] = known[2 * code + 1];
  };
}

function hashOf(text: string): Uint32Array {
  const bytes = encoder.encode(text);
  const pair = new Uint32Array(2);
  hashBytes(bytes, 0, bytes.length, pair, 0);
  return pair;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
