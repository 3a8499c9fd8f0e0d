import type { Span } from '../base/span.ts';
import { Decimal } from '../schema/decimal.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { DynamicScalar } from '../schema/value.ts';
import { movedNode } from './move-node.ts';
import { setContent } from './node-content.ts';
import type { LiteralExpr, Plan } from './plan.ts';
import {
  type ColumnList,
  TAG,
  type Tagged,
  type TaggedColumns,
  type TaggedTexts,
  type WrittenSpan,
} from './plan-text.ts';

/** Characters of lines that are known again, at least; twice as many at most. */
const KEPT_CHARACTERS = 1 << 18;

/** The plan of a text that `serializePlan` wrote. */
export function deserializePlan(text: string): Plan {
  return new PlanReader().read(text);
}

/**
 * Reads the plans of texts that differ little, as those of a text that is edited: a line that it has seen is not read
 * again, and a node that stands where it stood, with the same input, is the same object.
 */
export class PlanReader {
  /** The lines of the last text, in order: most of the next text's stand where they stood. */
  private last: readonly (ReadLine | undefined)[] = [];
  private lines = new Map<string, ReadLine>();
  private formerLines: ReadonlyMap<string, ReadLine> = new Map();
  private characters = 0;

  /** The plan of a text that `serializePlan` wrote. */
  read(text: string): Plan {
    const plans: Plan[] = [];
    const lines: (ReadLine | undefined)[] = [];
    const shared = new Map<number, unknown>();
    let from = 0;
    while (from < text.length) {
      const at = text.indexOf(' ', from) + 1;
      const start = Number(text.slice(from, at - 1));
      const last = this.last[plans.length];
      if (last?.standsIn(text, at)) {
        plans.push(last.nodeAt(start, plans));
        lines.push(last);
        from = at + last.json.length + 1;
      } else {
        const end = text.indexOf('\n', at);
        const json = text.slice(at, end < 0 ? text.length : end);
        lines.push(this.readLine(json, start, plans, shared));
        from = at + json.length + 1;
      }
    }
    this.last = lines;
    if (this.characters > KEPT_CHARACTERS) {
      this.formerLines = this.lines;
      this.lines = new Map();
      this.characters = 0;
    }
    return plans[plans.length - 1];
  }

  /** Adds the node of a line to those before it; gives the line where it can be known again. */
  private readLine(json: string, start: number, plans: Plan[], shared: Map<number, unknown>): ReadLine | undefined {
    const known = this.lines.get(json) ?? this.formerLines.get(json);
    if (known !== undefined) {
      this.keep(known);
      plans.push(known.nodeAt(start, plans));
      return known;
    }
    const reading = new LineReading(start, plans, shared);
    const written = JSON.parse(json) as WrittenNode;
    const { input, columns } = written;
    const node = reading.node(written);
    const inputBack = input?.$ === 'plan' ? input.back : undefined;
    const line = reading.standsAlone ? new ReadLine(onItsOwn(json), node, inputBack, columns, plans) : undefined;
    if (line !== undefined) this.keep(line);
    plans.push(node);
    return line;
  }

  private keep(line: ReadLine): void {
    if (this.lines.has(line.json)) return;
    this.lines.set(line.json, line);
    this.characters += line.json.length;
  }
}

/** A copy: a part of a text is kept by the runtime as its place in that text, which then stays, all of it. */
function onItsOwn(part: string): string {
  return ` ${part}`.slice(1);
}

interface WrittenNode {
  readonly input?: Tagged;
  readonly columns: TaggedColumns;
}

/** A line that was read, whose only references to other lines are its input and its columns. */
class ReadLine {
  /** What it says, wherever it stands. */
  readonly json: string;
  /** As it was read first. */
  private readonly first: Plan;
  private readonly inputBack: number | undefined;
  private readonly columns: TaggedColumns;
  private columnsBefore: ColumnList | undefined;
  private content: object = {};
  /** As it was asked for last. */
  private last: Plan;

  constructor(
    json: string,
    node: Plan,
    inputBack: number | undefined,
    columns: TaggedColumns,
    before: readonly Plan[],
  ) {
    this.json = json;
    this.first = node;
    this.last = node;
    this.inputBack = inputBack;
    this.columns = columns;
    this.columnsBefore = this.baseOf(before);
    setContent(node, this.content);
  }

  /** True when a text says the same at a place, to the end of its line. */
  standsIn(text: string, at: number): boolean {
    const end = at + this.json.length;
    // Texts of one length are compared by the runtime many characters at a time; `startsWith` goes by the character.
    return (end === text.length || text[end] === '\n') && text.slice(at, end) === this.json;
  }

  /** The node of the line, which starts at a place in the query after other nodes. */
  nodeAt(start: number, before: readonly Plan[]): Plan {
    const { first, last, inputBack } = this;
    const input = inputBack === undefined ? undefined : nodeBefore(before, inputBack);
    const columns = this.columnsAfter(before);
    const isSameInput = input === undefined || ('input' in last && last.input === input);
    if (isSameInput && columns === last.columns && start === last.span.start) return last;
    if (columns !== last.columns) this.content = {};
    const moved = start === first.span.start ? { ...first } : movedNode(first, start - first.span.start);
    this.last = Object.assign(moved, input === undefined ? { columns } : { columns, input });
    setContent(this.last, this.content);
    return this.last;
  }

  /** The same list as before where it is made of the same one. */
  private columnsAfter(before: readonly Plan[]): ColumnList {
    const base = this.baseOf(before);
    if (base === this.columnsBefore) return this.last.columns;
    this.columnsBefore = base;
    return columnsOver(base, this.columns);
  }

  private baseOf(before: readonly Plan[]): ColumnList | undefined {
    const { back } = this.columns;
    return back === 0 ? undefined : nodeBefore(before, back).columns;
  }
}

/** One line while it is read. */
class LineReading {
  /** False once the line refers to others by more than its input and its columns. */
  standsAlone = true;
  private readonly start: number;
  private readonly before: readonly Plan[];
  private readonly shared: Map<number, unknown>;

  constructor(start: number, before: readonly Plan[], shared: Map<number, unknown>) {
    this.start = start;
    this.before = before;
    this.shared = shared;
  }

  /** The node that JSON was parsed to, which is changed in place: it belongs to nobody else, and a copy would take longer. */
  node(written: WrittenNode): Plan {
    const { columns, input } = written;
    Reflect.set(written, 'columns', columnsOver(this.columnsBefore(columns), columns));
    if (input?.$ === 'plan') Reflect.set(written, 'input', nodeBefore(this.before, input.back));
    for (const key in written) {
      if (key !== 'columns' && (key !== 'input' || input?.$ !== 'plan')) this.decodeMember(written, key);
    }
    return written as unknown as Plan;
  }

  private columnsBefore({ back }: TaggedColumns): ColumnList | undefined {
    return back === 0 ? undefined : nodeBefore(this.before, back).columns;
  }

  private decodeMember(object: object, key: string): void {
    const member: unknown = Reflect.get(object, key);
    if (typeof member !== 'object' || member === null) return;
    const decoded = key === 'span' ? this.span(member as WrittenSpan) : this.decode(member);
    if (decoded !== member) Reflect.set(object, key, decoded);
  }

  private decode(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (TAG in value) return this.decodeTagged(value as Tagged);
    if (Array.isArray(value)) for (let i = 0; i < value.length; i++) value[i] = this.decode(value[i]);
    else for (const key in value) this.decodeMember(value, key);
    return value;
  }

  private span([from, length]: WrittenSpan): Span {
    return { start: this.start + from, length };
  }

  private texts({ texts, spans }: TaggedTexts): LiteralExpr[] {
    const list: LiteralExpr[] = [];
    for (const [i, value] of texts.entries()) {
      const span = { start: this.start + spans[2 * i], length: spans[2 * i + 1] };
      list.push({ kind: 'literal', type: 'string', span, value });
    }
    return list;
  }

  private decodeTagged(value: Tagged): unknown {
    switch (value.$) {
      case 'undefined':
        return undefined;
      case 'long':
        return BigInt(value.value);
      case 'real':
        return Number(value.value);
      case 'decimal':
        return new Decimal(BigInt(value.unscaled), value.scale);
      case 'map':
        return new Map(value.entries.map(([key, member]) => [key, this.decode(member)]));
      case 'scalar':
        return new DynamicScalar(value.type, this.decode(value.value) as DynamicScalar['value']);
      case 'texts':
        return this.texts(value);
      case 'plan':
        this.standsAlone = false;
        return nodeBefore(this.before, value.back);
      case 'def': {
        this.standsAlone = false;
        const result = this.decode(value.value);
        this.shared.set(value.id, result);
        return result;
      }
      case 'ref':
        this.standsAlone = false;
        return this.shared.get(value.id);
    }
  }
}

function nodeBefore(before: readonly Plan[], back: number): Plan {
  return before[before.length - back];
}

/** Columns that begin with those of the node before that they were written by. */
function columnsOver(base: ColumnList | undefined, { first, more }: TaggedColumns): ColumnList {
  const added = typeof more === 'string' ? unpacked(more) : more;
  if (base === undefined || first === 0) return added;
  return added.length === 0 && first === base.length ? base : [...base.slice(0, first), ...added];
}

/** Texts of columns that were read last: each letter typed brings those of the same tables. */
const MOST_UNPACKED = 64;
const lastUnpacked = new Map<string, ColumnList>();

function unpacked(text: string): ColumnList {
  const known = lastUnpacked.get(text);
  if (known !== undefined) return known;
  const columns = text === '' ? [] : text.split('\n').map(columnOfLine);
  if (lastUnpacked.size >= MOST_UNPACKED) lastUnpacked.clear();
  lastUnpacked.set(text, columns);
  return columns;
}

function columnOfLine(line: string): ColumnSchema {
  const end = line.lastIndexOf(' ');
  return { name: line.slice(0, end), type: line.slice(end + 1) as ColumnSchema['type'] };
}
