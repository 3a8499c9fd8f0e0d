import { type Span, spanEnd } from '../base/span.ts';
import { TAG, type WrittenSpan } from './plan-text.ts';

/** Predicates whose right side no binding depends on; a regular expression is not among them: it may be refused. */
const PREDICATE = /^(?:!?(?:has|hasprefix|hassuffix|contains|startswith|endswith)(?:_cs)?|==|!=|=~|!~)$/;

/** A line of a plan's text while it is edited: where its node starts after the edit, and the node's JSON as an object. */
interface Line {
  readonly start: number;
  readonly node: object;
}

/** What the members of a line that are looked at may be. */
interface Written {
  readonly [TAG]?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly type?: string;
  readonly id?: number;
  readonly texts?: readonly string[];
  readonly spans?: readonly number[];
}

/**
 * Reads a plan's text, as `serializePlan` writes it, lets its spans follow an edit within a literal of the query, and writes
 * it with that literal's new value.
 */
export class PlanTextEditor {
  private readonly edit: Span;
  private readonly delta: number;
  private readonly lines: Line[] = [];
  /** Where the line at hand starts before the edit, and after it. */
  private before = 0;
  private after = 0;
  /** The literal that the edit is in, as all uses of it that were seen have it, and what gives each its value. */
  private literal: Span | undefined;
  private readonly setters: ((value: string) => void)[] = [];
  /** Shared expressions that are or hold the literal itself. */
  private readonly sharedLiterals = new Set<number>();
  private isRefused = false;

  /**
   * @param edit what was replaced of the query's text
   * @param delta characters by which the text has grown
   */
  constructor(edit: Span, delta: number) {
    this.edit = edit;
    this.delta = delta;
  }

  /** The span, before the edit, of the literal whose inside holds the edit, when every use of it is a comparison. */
  read(plan: string): Span | undefined {
    for (const line of plan.split('\n')) {
      const space = line.indexOf(' ');
      this.before = Number(line.slice(0, space));
      this.after = this.moved(this.before);
      const node = JSON.parse(line.slice(space + 1)) as object;
      this.follow(node, false);
      if (this.isRefused) return undefined;
      this.lines.push({ start: this.after, node });
    }
    const { literal, edit } = this;
    const holdsEdit = literal !== undefined && edit.start > literal.start && spanEnd(edit) < spanEnd(literal);
    return holdsEdit ? literal : undefined;
  }

  /** The plan's text after the edit, with the value that the literal has then. */
  write(value: string): string {
    for (const setValue of this.setters) setValue(value);
    return this.lines.map(({ start, node }) => `${start} ${JSON.stringify(node)}`).join('\n');
  }

  private moved(position: number): number {
    return position >= spanEnd(this.edit) ? position + this.delta : position;
  }

  /** A span of the line at hand as it is written after the edit. */
  private movedSpan(from: number, length: number): WrittenSpan {
    const start = this.before + from;
    const movedStart = this.moved(start);
    return [movedStart - this.after, this.moved(start + length) - movedStart];
  }

  /** Changes the spans within a value of a line in place. `isCompared`: where it stands, literals are only compared with. */
  private follow(value: unknown, isCompared: boolean): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const member of value) this.follow(member, isCompared);
      return;
    }
    const { [TAG]: tag, id = -1 } = value as Written;
    if (tag === undefined) this.followNode(value, isCompared);
    else if (tag === 'texts') this.followTexts(value, isCompared);
    else if (tag === 'ref' && this.sharedLiterals.has(id)) this.isRefused ||= !isCompared;
    else if (tag === 'def') {
      const uses = this.setters.length;
      this.follow(Reflect.get(value, 'value'), isCompared);
      if (this.setters.length > uses && isLiteral(Reflect.get(value, 'value'))) this.sharedLiterals.add(id);
    }
  }

  private followNode(node: object, isCompared: boolean): void {
    const { kind, name = '' } = node as Written;
    const written: unknown = Reflect.get(node, 'span');
    if (isLiteral(node)) {
      const isString = (node as Written).type === 'string';
      this.meet(written as WrittenSpan, isCompared && isString, (value) => Reflect.set(node, 'value', value));
    }
    if (written !== undefined) Reflect.set(node, 'span', this.movedSpan(...(written as WrittenSpan)));
    if (kind === 'literal' || kind === 'datatable') return;
    for (const key in node) {
      if (key === 'span' || key === 'columns') continue;
      const member: unknown = Reflect.get(node, key);
      if (kind === 'call' && key === 'args' && PREDICATE.test(name)) this.followOperands(member);
      else this.follow(member, kind === 'list' && key === 'list');
    }
  }

  /** Only the right side of a predicate is compared with. */
  private followOperands(operands: unknown): void {
    if (Array.isArray(operands)) for (const [place, operand] of operands.entries()) this.follow(operand, place === 1);
    else this.follow(operands, false);
  }

  private followTexts(list: object, isCompared: boolean): void {
    const { texts = [], spans = [] } = list as Written;
    for (let i = 0; i < texts.length; i++) {
      const written: WrittenSpan = [spans[2 * i], spans[2 * i + 1]];
      this.meet(written, isCompared, (value) => Reflect.set(texts, i, value));
      const [from, length] = this.movedSpan(...written);
      Reflect.set(spans, 2 * i, from);
      Reflect.set(spans, 2 * i + 1, length);
    }
  }

  /** Notes a literal where the edit touches it. */
  private meet([from, length]: WrittenSpan, isCompared: boolean, setValue: (value: string) => void): void {
    const start = this.before + from;
    if (start > spanEnd(this.edit) || start + length <= this.edit.start) return;
    this.literal ??= { start, length };
    this.isRefused ||= !isCompared || this.literal.start !== start || this.literal.length !== length;
    this.setters.push(setValue);
  }
}

function isLiteral(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Written).kind === 'literal';
}
