import { scalarFunction } from '../functions/registry.ts';
import { contentOf, type NodeContent } from '../plan/node-content.ts';
import type { LiteralExpr, Plan } from '../plan/plan.ts';
import { planInputs } from '../plan/walk.ts';
import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { Catalogue } from './catalogue.ts';
import { nameOfKey } from './expression/key-names.ts';
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
  private readonly keysOfContents = new WeakMap<NodeContent, string>();

  nameOf(text: string): string {
    let name = this.names.get(text);
    if (name === undefined) {
      name = `#${this.names.size}`;
      this.names.set(text, name);
    }
    return name;
  }

  /** The key of nodes of a content, where it was noted. */
  keyOfContent(content: NodeContent): string | undefined {
    return this.keysOfContents.get(content);
  }

  noteKey(content: NodeContent, key: string): void {
    this.keysOfContents.set(content, key);
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
  /** True once what is written is of this run's tables or of its time. */
  private dependsOnRun = false;
  /** The plans within the expressions of the node whose own key is written. */
  private within: Plan[] = [];
  private readonly plansWithinNodes = new Map<Plan, readonly Plan[]>();

  constructor(catalogue: Catalogue, now: bigint, interner: Interner) {
    this.catalogue = catalogue;
    this.now = now;
    this.interner = interner;
  }

  /** The key of a plan; undefined when it may answer otherwise next time (`rand()`) or reads a subquery's input. */
  keyOf(plan: Plan): string | undefined {
    const known = this.depth === 0 ? this.known : this.knownInside;
    if (known.has(plan)) return known.get(plan);
    const key = this.writeKey(plan, undefined);
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
    const key = repeatable ? this.ownKeyOf(plan, inputs) : undefined;
    this.knownNodes.set(plan, key);
    return key;
  }

  /** The key of a node's content, unless that depends on the tables that are loaded or on the time. */
  private ownKeyOf(plan: Plan, inputs: readonly Plan[]): string | undefined {
    const content = contentOf(plan);
    const known = content && this.interner.keyOfContent(content);
    if (known !== undefined) return known;
    this.dependsOnRun = false;
    const key = this.writeKey(plan, inputs);
    if (content !== undefined && key !== undefined && !this.dependsOnRun) this.interner.noteKey(content, key);
    return key;
  }

  /** The plans within the expressions of a node whose key was asked for: `toscalar`, tables on the right of `in`. */
  plansWithin(plan: Plan): readonly Plan[] {
    return this.plansWithinNodes.get(plan) ?? [];
  }

  /** @param inputs of the node whose own key is written, whatever they are; undefined to write the plan with its inputs */
  private writeKey(plan: Plan, inputs: readonly Plan[] | undefined): string | undefined {
    const { inputs: outerInputs, within } = this;
    this.inputs = inputs ?? [];
    this.within = [];
    const written = this.nodeText(plan);
    if (inputs !== undefined) this.plansWithinNodes.set(plan, this.within);
    this.inputs = outerInputs;
    this.within = within;
    return written === undefined ? undefined : this.interner.nameOf(inputs === undefined ? written : `node ${written}`);
  }

  /** A value of a plan as text; undefined when it has none. Text is told from what follows it by its length. */
  private text(value: unknown): string | undefined {
    if (typeof value === 'string') return `${value.length}"${value}`;
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'number' && Object.is(value, -0)) return '-0';
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value)) return this.listText('[', value, ']');
    if (value instanceof Map) return this.listText('{', [...value.entries()], '}');
    if (value instanceof Decimal) return `decimal ${value.unscaled}e-${value.scale}`;
    if (value instanceof DynamicScalar) return this.listText(value.type, [value.value], ';');
    return 'columns' in value && 'kind' in value ? this.planText(value as Plan) : this.nodeText(value);
  }

  /** Literals are most of what a rule holds. */
  private literalText({ value, type }: LiteralExpr): string {
    return typeof value === 'string' ? `${type} ${value.length}"${value}` : `${type} ${this.text(value)}`;
  }

  private planText(plan: Plan): string | undefined {
    const input = this.inputs.indexOf(plan);
    if (input >= 0) return `input ${input}`;
    if (this.depth === 0) this.within.push(plan);
    return this.keyOf(plan);
  }

  private listText(open: string, values: readonly unknown[], close: string): string | undefined {
    let text = open;
    for (const value of values) {
      const written = this.text(value);
      if (written === undefined) return undefined;
      text += `${written},`;
    }
    return text + close;
  }

  private nodeText(value: object): string | undefined {
    const { kind, name, partition } = value as Readonly<Record<'kind' | 'name' | 'partition', unknown>>;
    if (kind === 'literal') return this.literalText(value as LiteralExpr);
    if (kind === 'subquery-input' && (this.depth === 0 || partition !== undefined)) return undefined;
    let text = '{';
    if (kind === 'call') {
      const called = scalarFunction(String(name));
      if (called?.volatile === true) return undefined;
      if (called?.readsClock === true) {
        text = `at ${this.now} {`;
        this.dependsOnRun = true;
      }
    } else if (kind === 'table') {
      const table = this.catalogue.table(String(name));
      text = `table ${table === undefined ? 'none' : identityOf(table)} {`;
      this.dependsOnRun = true;
    }
    const derived = DERIVED_COLUMNS.has(kind as string);
    for (const field in value) {
      if (field === 'span' || field === 'description' || (derived && field === 'columns')) continue;
      const content: unknown = Reflect.get(value, field);
      if (content === undefined) continue;
      if (field === 'columns' && kind === 'table') {
        text += nameOfColumns(content as Plan['columns']);
        continue;
      }
      const inside = SUBQUERY_FIELDS.has(field) ? 1 : 0;
      this.depth += inside;
      const written = this.text(content);
      this.depth -= inside;
      if (written === undefined) return undefined;
      text += `${field}:${written},`;
    }
    return `${text}}`;
  }
}

const namesOfColumns = new WeakMap<Plan['columns'], string>();

/** A short name for a table's columns, which are many; plans that are read from texts share them. */
function nameOfColumns(columns: Plan['columns']): string {
  const known = namesOfColumns.get(columns);
  if (known !== undefined) return known;
  let text = 'columns:';
  for (const { name, type } of columns) text += `${name.length}"${name} ${type},`;
  const named = nameOfKey(text);
  namesOfColumns.set(columns, named);
  return named;
}
