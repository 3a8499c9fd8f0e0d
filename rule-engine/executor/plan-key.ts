import { scalarFunction } from '../functions/registry.ts';
import type { Plan } from '../plan/plan.ts';
import { planInputs } from '../plan/walk.ts';
import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { Catalogue } from './catalogue.ts';
import { identityOf } from './identity.ts';

/** The fields that hold a plan over a `subquery-input` of the node's own. */
const SUBQUERY_FIELDS = new Set(['subquery', 'branches']);
/** Nodes whose columns follow from their input's and from what else they hold. */
const DERIVED_COLUMNS = new Set([
  'where',
  'extend',
  'project',
  'sort',
  'take',
  'top',
  'distinct',
  'serialize',
  'shared',
  'render',
]);

/** Gives short names to long texts: the same name for the same text. */
export class Interner {
  private readonly names = new Map<string, string>();

  nameOf(text: string): string {
    let name = this.names.get(text);
    if (name === undefined) {
      name = `#${this.names.size}`;
      this.names.set(text, name);
    }
    return name;
  }

  get size(): number {
    return this.names.size;
  }
}

/**
 * What the plans of a run compute, as short keys: equal for two plans that give the same result over the same tables at
 * the same time, wherever they stand in the query.
 */
export class PlanKeys {
  private readonly catalogue: Catalogue;
  private readonly now: bigint;
  private readonly interner: Interner;
  private readonly known = new Map<Plan, string | undefined>();
  /** Keys of plans within a subquery whose input the plan around it gives. */
  private readonly knownInside = new Map<Plan, string | undefined>();
  /** Keys of nodes whatever their inputs are. */
  private readonly knownNodes = new Map<Plan, string | undefined>();
  /** The inputs of the node whose own key is written. */
  private inputs: readonly Plan[] = [];
  private depth = 0;

  constructor(catalogue: Catalogue, now: bigint, interner: Interner) {
    this.catalogue = catalogue;
    this.now = now;
    this.interner = interner;
  }

  /** The key of a plan; undefined when it may answer otherwise next time (`rand()`) or reads a subquery's input. */
  keyOf(plan: Plan): string | undefined {
    const known = this.depth === 0 ? this.known : this.knownInside;
    if (known.has(plan)) return known.get(plan);
    const key = this.writeKey('', plan, []);
    known.set(plan, key);
    return key;
  }

  /**
   * The key of what a node does with its inputs, whatever these are: equal for two nodes that give the same result of equal
   * inputs. Undefined as in `keyOf`, for a node whose inputs have no such key too.
   */
  nodeKeyOf(plan: Plan): string | undefined {
    if (this.knownNodes.has(plan)) return this.knownNodes.get(plan);
    const inputs = planInputs(plan);
    const repeatable = inputs.every((input) => this.nodeKeyOf(input) !== undefined);
    const key = repeatable ? this.writeKey('node ', plan, inputs) : undefined;
    this.knownNodes.set(plan, key);
    return key;
  }

  /** @param inputs the plans that are written as such, whatever they are */
  private writeKey(prefix: string, plan: Plan, inputs: readonly Plan[]): string | undefined {
    const outer = this.inputs;
    this.inputs = inputs;
    const parts = [prefix];
    const written = this.writeNode(plan, parts);
    this.inputs = outer;
    return written ? this.interner.nameOf(parts.join('')) : undefined;
  }

  private write(value: unknown, parts: string[]): boolean {
    if (typeof value === 'string') parts.push(JSON.stringify(value));
    else if (typeof value === 'bigint') parts.push(`${value}n`);
    else if (typeof value === 'number' && Object.is(value, -0)) parts.push('-0');
    else if (typeof value !== 'object' || value === null) parts.push(String(value));
    else if (Array.isArray(value)) return this.writeAll('[', value, ']', parts);
    else if (value instanceof Map) return this.writeAll('{', [...value.entries()], '}', parts);
    else if (value instanceof Decimal) parts.push(`decimal ${value.unscaled}e-${value.scale}`);
    else if (value instanceof DynamicScalar) return this.writeAll(value.type, [value.value], ';', parts);
    else if ('columns' in value && 'kind' in value) return this.writePlan(value as Plan, parts);
    else return this.writeNode(value, parts);
    return true;
  }

  private writePlan(plan: Plan, parts: string[]): boolean {
    const input = this.inputs.indexOf(plan);
    if (input >= 0) {
      parts.push(`input ${input}`);
      return true;
    }
    const key = this.keyOf(plan);
    if (key !== undefined) parts.push(key);
    return key !== undefined;
  }

  private writeAll(open: string, values: readonly unknown[], close: string, parts: string[]): boolean {
    parts.push(open);
    for (const value of values) {
      if (!this.write(value, parts)) return false;
      parts.push(',');
    }
    parts.push(close);
    return true;
  }

  private writeNode(value: object, parts: string[]): boolean {
    const { kind, name, partition } = value as Readonly<Record<'kind' | 'name' | 'partition', unknown>>;
    if (kind === 'subquery-input' && (this.depth === 0 || partition !== undefined)) return false;
    const called = kind === 'call' ? scalarFunction(String(name)) : undefined;
    if (called?.volatile === true) return false;
    if (called?.readsClock === true) parts.push(`at ${this.now} `);
    if (kind === 'table') {
      const table = this.catalogue.table(String(name));
      parts.push(`table ${table === undefined ? 'none' : identityOf(table)} `);
    }
    parts.push('{');
    for (const [field, content] of Object.entries(value)) {
      if (field === 'span' || field === 'description' || content === undefined) continue;
      if (field === 'columns' && DERIVED_COLUMNS.has(String(kind))) continue;
      parts.push(field, ':');
      const inside = SUBQUERY_FIELDS.has(field) ? 1 : 0;
      this.depth += inside;
      const written = this.write(content, parts);
      this.depth -= inside;
      if (!written) return false;
      parts.push(',');
    }
    parts.push('}');
    return true;
  }
}
