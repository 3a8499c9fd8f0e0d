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
  readonly next: Entry<Value> | undefined;
}

/** The place in a list of each of its literals; of one that stands twice the last. */
export function literalIndexes(literals: readonly LiteralPlace[]): LiteralMap<number> {
  const indexes = new LiteralMap<number>();
  for (const [index, literal] of literals.entries()) indexes.set(literal, index);
  return indexes;
}

/** Something for each literal of a query. */
export class LiteralMap<Value> {
  private readonly entries = new Map<number, Entry<Value>>();
  private readonly inOrder: Entry<Value>[] = [];

  get(place: LiteralPlace): Value | undefined {
    return this.entry(place)?.value;
  }

  set(place: LiteralPlace, value: Value): void {
    const known = this.entry(place);
    if (known !== undefined) {
      known.value = value;
      return;
    }
    const { start } = place.span;
    const entry = { place, value, next: this.entries.get(start) };
    this.entries.set(start, entry);
    this.inOrder.push(entry);
  }

  /** In the order in which the literals came. */
  values(): Value[] {
    return this.inOrder.map(({ value }) => value);
  }

  private entry({ span, text }: LiteralPlace): Entry<Value> | undefined {
    let entry = this.entries.get(span.start);
    while (entry !== undefined && (entry.place.span.length !== span.length || entry.place.text !== text)) {
      entry = entry.next;
    }
    return entry;
  }
}
