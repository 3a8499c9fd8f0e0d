import type { Span } from '../base/span.ts';

/** Where a literal stands in the query and what it says: two uses of one literal have the same. */
export interface LiteralPlace {
  readonly span: Span;
  readonly text: string;
}

interface Entry<Value> {
  readonly place: LiteralPlace;
  value: Value;
  /** The next literal that starts at the same place. */
  next: Entry<Value> | undefined;
}

/** The place in a list of each of its literals; of one that stands twice the last. */
export function literalIndexes(literals: readonly LiteralPlace[]): LiteralMap<number> {
  const indexes = new LiteralMap<number>();
  for (const [index, literal] of literals.entries()) indexes.set(literal, index);
  return indexes;
}

/** Something for each literal of a query. */
export class LiteralMap<Value> {
  private readonly inOrder: Entry<Value>[] = [];
  /** The entries by where they start: made once one is asked for that doesn't start behind all others, as most do. */
  private byStart: Map<number, Entry<Value>> | undefined;
  private lastStart = -1;

  get(place: LiteralPlace): Value | undefined {
    return this.entry(place)?.value;
  }

  set(place: LiteralPlace, value: Value): void {
    const known = this.entry(place);
    if (known !== undefined) {
      known.value = value;
      return;
    }
    const entry = { place, value, next: undefined };
    this.inOrder.push(entry);
    this.lastStart = Math.max(this.lastStart, place.span.start);
    if (this.byStart !== undefined) addTo(this.byStart, entry);
  }

  /** In the order in which the literals came. */
  values(): Value[] {
    return this.inOrder.map(({ value }) => value);
  }

  private entry({ span, text }: LiteralPlace): Entry<Value> | undefined {
    if (span.start > this.lastStart) return undefined;
    this.byStart ??= this.inOrder.reduce(addTo, new Map<number, Entry<Value>>());
    let entry = this.byStart.get(span.start);
    while (entry !== undefined && (entry.place.span.length !== span.length || entry.place.text !== text)) {
      entry = entry.next;
    }
    return entry;
  }
}

function addTo<Value>(byStart: Map<number, Entry<Value>>, entry: Entry<Value>): Map<number, Entry<Value>> {
  const { start } = entry.place.span;
  entry.next = byStart.get(start);
  return byStart.set(start, entry);
}
