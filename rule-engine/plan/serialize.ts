import { invariant } from '../base/assert.ts';
import type { Span } from '../base/span.ts';
import { Decimal } from '../schema/decimal.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { DynamicScalar } from '../schema/value.ts';
import type { LiteralExpr, Plan } from './plan.ts';
import {
  type ColumnList,
  TAG,
  type TaggedColumns,
  type TaggedPlan,
  type TaggedTexts,
  type WrittenSpan,
} from './plan-text.ts';

/**
 * A plan as text, without loss: longs, decimals, bags, NaN and the infinities, datetimes within dynamic values. Each node
 * is a line, its inputs before it: where it starts in the query, and the rest as JSON, which is the same wherever the node
 * stands. Nodes and expressions that are shared within the plan are written once, so that reading gives one object again;
 * so are columns that flow through several steps.
 */
export function serializePlan(plan: Plan): string {
  return new PlanWriter(plan).text();
}

class PlanWriter {
  private readonly plans: readonly Plan[];
  private readonly lines: ReadonlyMap<Plan, number>;
  private readonly shared: ReadonlySet<object>;
  private readonly written = new Map<object, number>();
  /** Of the line at hand: its place among the lines, and where its node starts. */
  private line = 0;
  private start = 0;

  constructor(plan: Plan) {
    const { plans, shared } = survey(plan);
    this.plans = plans;
    this.lines = new Map(plans.map((node, line) => [node, line]));
    this.shared = shared;
  }

  text(): string {
    return this.plans.map((node, line) => this.lineOf(node, line)).join('\n');
  }

  private lineOf(node: Plan, line: number): string {
    this.line = line;
    this.start = node.span.start;
    return `${this.start} ${JSON.stringify(this.members(node, node))}`;
  }

  private encode(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return encodeScalar(value);
    const line = this.lines.get(value as Plan);
    if (line !== undefined) return { [TAG]: 'plan', back: this.line - line } satisfies TaggedPlan;
    if (!this.shared.has(value)) return this.object(value);
    const known = this.written.get(value);
    if (known !== undefined) return { [TAG]: 'ref', id: known };
    const id = this.written.size;
    this.written.set(value, id);
    return { [TAG]: 'def', id, value: this.object(value) };
  }

  private object(value: object): unknown {
    if (Array.isArray(value)) return this.texts(value) ?? value.map((member) => this.encode(member));
    if (value instanceof Decimal) return { [TAG]: 'decimal', unscaled: String(value.unscaled), scale: value.scale };
    if (value instanceof DynamicScalar) return { [TAG]: 'scalar', type: value.type, value: this.encode(value.value) };
    if (value instanceof Map) {
      return { [TAG]: 'map', entries: [...value].map(([key, member]) => [key, this.encode(member)]) };
    }
    return this.members(value, undefined);
  }

  /** @param node the object itself where it is the line's */
  private members(value: object, node: Plan | undefined): Record<string, unknown> {
    invariant(!(TAG in value), `no key '${TAG}' in a plan`);
    const members: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) {
      if (key === 'span') members.span = this.span(member as Span);
      else members[key] = key === 'columns' && node !== undefined ? this.columns(node.columns) : this.encode(member);
    }
    return members;
  }

  private texts(list: readonly unknown[]): TaggedTexts | undefined {
    const texts: string[] = [];
    const spans: number[] = [];
    for (const member of list) {
      if (!isText(member) || this.shared.has(member)) return undefined;
      texts.push(member.value);
      spans.push(...this.span(member.span));
    }
    return texts.length === 0 ? undefined : { [TAG]: 'texts', texts, spans };
  }

  private span({ start, length }: Span): WrittenSpan {
    return [start - this.start, length];
  }

  /** Columns as those of the node before that they have the most of in common. */
  private columns(columns: ColumnList): TaggedColumns {
    let first = 0;
    let back = 0;
    for (let line = this.line - 1; line >= 0 && first < columns.length; line--) {
      const common = commonLength(columns, this.plans[line].columns);
      if (common > first) [first, back] = [common, this.line - line];
    }
    return { [TAG]: 'columns', back, first, more: packed(columns.slice(first)) };
  }
}

function isText(value: unknown): value is LiteralExpr & { readonly value: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, type, value: text } = value as Partial<LiteralExpr>;
  return kind === 'literal' && type === 'string' && typeof text === 'string';
}

function encodeScalar(value: unknown): unknown {
  if (value === undefined) return { [TAG]: 'undefined' };
  if (typeof value === 'bigint') return { [TAG]: 'long', value: String(value) };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { [TAG]: 'real', value: Object.is(value, -0) ? '-0' : String(value) };
  }
  return value;
}

/** Columns as lines of name and type, where these say all of them: a table's are most of what a plan holds. */
function packed(columns: ColumnList): ColumnList | string {
  const plain = columns.every(({ name, description }) => description === undefined && !name.includes('\n'));
  return plain ? columns.map(({ name, type }) => `${name} ${type}`).join('\n') : columns;
}

function commonLength(a: ColumnList, b: ColumnList): number {
  if (a === b) return a.length;
  let length = 0;
  while (length < a.length && length < b.length) {
    const [one, other] = [a[length], b[length]];
    if (one !== other && !sameColumn(one, other)) break;
    length++;
  }
  return length;
}

function sameColumn(one: ColumnSchema, other: ColumnSchema): boolean {
  return one.name === other.name && one.type === other.type && one.description === other.description;
}

/** The nodes of a plan, those that a node reads before it, and the expressions that stand in more than one place. */
function survey(plan: Plan): { readonly plans: readonly Plan[]; readonly shared: ReadonlySet<object> } {
  const seen = new Set<object>();
  const plans: Plan[] = [];
  const shared = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const isPlan = 'kind' in value && 'columns' in value;
    if (seen.has(value)) {
      if ('kind' in value && !isPlan) shared.add(value);
      return;
    }
    seen.add(value);
    for (const key in value) if (!(isPlan && key === 'columns')) visit(value[key as keyof typeof value]);
    if (isPlan) plans.push(value as Plan);
  };
  visit(plan);
  return { plans, shared };
}
