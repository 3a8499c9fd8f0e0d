import { Bitmap } from '../../columnar/bitmap.ts';
import type { Relation } from '../../operators/relation.ts';
import { addTo, asBitmap, intersectionOf, type RowSet } from './row-set.ts';

/** A relation with fewer rows than one in so many is evaluated in a frame of its own. */
const SHORT_SHARE = 16;
/** A relation that has lost more than this share of its frame's rows gets a frame of its own. */
const WORN_SHARE = 4;

/** Lists of rows that are compared with a new one. */
const MOST_RECENT = 48;
/** Longer lists of rows are not compared. */
const LONGEST_RECENT = 1 << 16;

/**
 * The rows that masks are about: bit `i` of a mask is the physical row `rows[i]`, or the physical row `i` itself when all
 * are in. Short lists of rows have masks of their own, so that what is done to a few hits costs little.
 */
export interface Frame {
  readonly rows: Uint32Array | undefined;
  /** The number of rows: the length of a mask. */
  readonly length: number;
}

/** A relation's rows as a part of a frame. */
export interface Domain {
  readonly frame: Frame;
  /** The members that are in; undefined means all. */
  readonly members: Bitmap | undefined;
}

/** Finds the frame in which a relation is evaluated: rows that came from one frame stay in it while most of it is left. */
export class Domains {
  private readonly known = new WeakMap<Uint32Array, Domain>();
  private readonly recent: { readonly rows: Uint32Array; readonly space: number }[] = [];

  of({ rows, physicalLength }: Relation): Domain {
    if (rows === undefined) return { frame: { rows: undefined, length: physicalLength }, members: undefined };
    let domain = this.known.get(rows);
    if (domain === undefined) {
      domain = makeDomain(rows, physicalLength);
      this.known.set(rows, domain);
    }
    return domain;
  }

  /**
   * The rows of a relation for which a mask over its frame is true, in the relation's order. The same list of rows is the
   * same object as when it was last found, so that what was worked out for it is found again.
   */
  select(isTrue: RowSet, relation: Relation): Uint32Array {
    const selected = this.selected(isTrue, relation);
    if (selected.length > LONGEST_RECENT) return selected;
    const { space } = relation;
    const same = this.recent.findIndex((recent) => recent.space === space && equalRows(recent.rows, selected));
    const found = same < 0 ? { rows: selected, space } : this.recent.splice(same, 1)[0];
    this.recent.unshift(found);
    this.recent.length = Math.min(this.recent.length, MOST_RECENT);
    return found.rows;
  }

  private selected(isTrue: RowSet, relation: Relation): Uint32Array {
    const { frame, members } = this.of(relation);
    const chosen = members === undefined ? isTrue : intersectionOf(isTrue, members);
    if (frame.rows === undefined && relation.rows !== undefined && relation.serialized) {
      const rows = asBitmap(chosen, frame.length);
      return relation.rows.filter((row) => rows.has(row));
    }
    const positions = chosen instanceof Bitmap ? chosen.toRows() : chosen;
    if (frame.rows === undefined) return positions;
    const { rows } = frame;
    const selected = positions.map((position) => rows[position]);
    if (selected.length * WORN_SHARE >= frame.length && selected.length < frame.length) {
      this.known.set(selected, { frame, members: asBitmap(chosen, frame.length) });
    }
    return selected;
  }
}

function makeDomain(rows: Uint32Array, physicalLength: number): Domain {
  if (rows.length * SHORT_SHARE <= physicalLength) {
    return { frame: { rows, length: rows.length }, members: undefined };
  }
  return { frame: { rows: undefined, length: physicalLength }, members: addTo(new Bitmap(physicalLength), rows) };
}

function equalRows(a: Uint32Array, b: Uint32Array): boolean {
  const end = a.length - 1;
  if (a.length !== b.length || a[end >> 1] !== b[end >> 1] || a[end] !== b[end]) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
