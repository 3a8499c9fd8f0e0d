import type { Cell, GridRow } from '../../../rule-engine/index.ts';

/** True when two rows are painted alike. */
export function isSameRow(a: GridRow, b: GridRow): boolean {
  if (a === b) return true;
  if (a.row !== b.row || a.cells.length !== b.cells.length || a.verdict.kind !== b.verdict.kind) return false;
  if (a.verdict.kind === 'excluded' && b.verdict.kind === 'excluded' && a.verdict.exclusion !== b.verdict.exclusion) {
    return false;
  }
  return a.cells.every((cell, index) => isSameCell(cell, b.cells[index]));
}

function isSameCell(a: Cell, b: Cell): boolean {
  if (a.text !== b.text || a.marks?.length !== b.marks?.length) return false;
  return (a.marks ?? []).every(({ literal, span }, index) => {
    const other = b.marks?.[index];
    return literal === other?.literal && span.start === other.span.start && span.length === other.span.length;
  });
}
