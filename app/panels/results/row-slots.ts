/**
 * Gives each row on screen a slot, the place of its elements, from 0. A row keeps its slot while it stays on screen,
 * wherever it moves, so that its elements are moved and not filled anew; one that comes gets a slot that has become free.
 */
export class RowSlots {
  #slots: ReadonlyMap<number, number> = new Map();

  /** The slots of the rows, each below their number; a row that has not come yet is undefined. */
  assign(rows: readonly (number | undefined)[]): readonly number[] {
    const free = new Set(rows.keys());
    const kept = rows.map((row) => {
      const slot = row === undefined ? undefined : this.#slots.get(row);
      return slot !== undefined && free.delete(slot) ? slot : undefined;
    });
    const left = free.values();
    const slots = kept.map((slot) => slot ?? (left.next().value as number));
    this.#slots = new Map(rows.flatMap((row, at) => (row === undefined ? [] : [[row, slots[at]]])));
    return slots;
  }
}
