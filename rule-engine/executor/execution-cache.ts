import type { Column } from '../columnar/column.ts';
import type { Relation } from '../operators/relation.ts';
import { ByteLimitedCache } from './byte-limited-cache.ts';
import type { CodeVerdicts } from './expression/code-verdicts.ts';
import { Domains } from './expression/domain.ts';
import type { Mask } from './expression/mask.ts';
import type { KeptLiterals } from './literals.ts';
import { Interner } from './plan-key.ts';

const MEGABYTE = 1 << 20;

/** More plans than this were seen: the names of plans start afresh. */
const MOST_PLANS = 20_000;

/** Relations over one list of rows that are known again; an edit of a computed column makes another. */
const MOST_SELECTIONS = 32;

/** What is kept from one run for the next, by content: never stale, only unused. */
export class ExecutionCache {
  /** What a predicate says of each distinct value of a column. */
  readonly verdicts = new ByteLimitedCache<CodeVerdicts>(128 * MEGABYTE);
  /** The rows of all physical rows for which a predicate is true. */
  readonly masks = new ByteLimitedCache<Mask>(96 * MEGABYTE);
  /** Expressions evaluated over all physical rows. */
  readonly columns = new ByteLimitedCache<Column>(96 * MEGABYTE);
  /** The results of plans and their prefixes. */
  readonly relations = new ByteLimitedCache<Relation>(128 * MEGABYTE);
  readonly domains = new Domains();
  private interner = new Interner();
  private literalCounts = new WeakMap<object, Map<string, readonly (readonly [rows: number, unique: number])[]>>();
  private selections = new WeakMap<Uint32Array, Relation[]>();
  private keptCounts = new WeakMap<Uint32Array, Map<string, number>>();
  private shortMasks = new WeakMap<Uint32Array, Map<string, Mask>>();
  private stepLiterals = new WeakMap<Relation, Map<string, KeptLiterals>>();

  /** The names of plans, shared by all runs. */
  get planNames(): Interner {
    if (this.interner.size > MOST_PLANS) {
      this.interner = new Interner();
      this.relations.clear();
      this.stepLiterals = new WeakMap();
    }
    return this.interner;
  }

  /** The relation, or the one with the same columns and the same list of rows that was there before. */
  canonical(relation: Relation): Relation {
    const { rows } = relation;
    if (rows === undefined) return relation;
    const known = this.selections.get(rows);
    if (known === undefined) {
      this.selections.set(rows, [relation]);
      return relation;
    }
    const same = known.find(
      ({ columns, schema, space, serialized }) =>
        columns === relation.columns &&
        schema === relation.schema &&
        space === relation.space &&
        serialized === relation.serialized,
    );
    if (same !== undefined) return same;
    known.push(relation);
    if (known.length > MOST_SELECTIONS) known.shift();
    return relation;
  }

  /** What the literals of conditions count over a list of rows, kept as long as the list. */
  countsOver(rows: object): Map<string, readonly (readonly [rows: number, unique: number])[]> {
    return mapOf(this.literalCounts, rows);
  }

  /** The literals of steps over a relation, by what the steps do. */
  literalsOver(input: Relation): Map<string, KeptLiterals> {
    return mapOf(this.stepLiterals, input);
  }

  /** How many of a list of rows steps keep, kept as long as the list. */
  keptOver(rows: Uint32Array): Map<string, number> {
    return mapOf(this.keptCounts, rows);
  }

  /** Masks over a short list of rows, kept as long as the list. */
  masksOver(rows: Uint32Array): Map<string, Mask> {
    return mapOf(this.shortMasks, rows);
  }

  clear(): void {
    this.verdicts.clear();
    this.masks.clear();
    this.columns.clear();
    this.relations.clear();
    this.selections = new WeakMap();
    this.shortMasks = new WeakMap();
    this.literalCounts = new WeakMap();
    this.keptCounts = new WeakMap();
    this.stepLiterals = new WeakMap();
  }
}

/** What is kept as long as an object: an empty map at first. */
function mapOf<Key extends object, Value>(maps: WeakMap<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}
