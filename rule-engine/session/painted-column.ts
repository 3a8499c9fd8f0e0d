import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { holds } from '../executor/expression/row-set.ts';
import { type MatchFinder, matchFinder } from '../executor/matches.ts';
import { valueText } from '../functions/value-text.ts';
import type { LiteralCount } from './protocol/evaluation.ts';
import type { Cell } from './protocol/rows.ts';

/** Cells of a column that are kept at most. */
const MOST_CELLS = 4096;
/** Literals of a column that are kept at most, since a cell that comes into sight looks for them all. */
const MOST_LITERALS = 512;

/** A literal that stands in a cell: its number among those of the column, and where. */
interface FoundLiteral {
  readonly number: number;
  readonly span: Span;
}

/** A cell as it was painted, and the literals that stand in it, as far as they were looked for: its column's alone to change. */
export interface PaintedCell {
  /** The cell without marks. */
  readonly plain: Cell;
  readonly found: FoundLiteral[];
  /** The number of literals that there were when it was painted first. */
  readonly since: number;
  /** Literals with a lower number were looked for. */
  sought: number;
  /** The cell with the literals marked that the column marks, as far as they were looked for. */
  marked: Cell;
}

/** A literal of a run that is to be marked in a column, and the predicate that finds it. */
export interface SoughtLiteral {
  readonly literal: Pick<LiteralCount, 'id' | 'text'>;
  readonly predicate: string;
  readonly test: Bound;
}

/** All rows of the column that pass a test, where they are known and few. */
export type RowsOfTest = (test: Bound) => Uint32Array | undefined;

/** The ids of a run's literals by their number in a column: the same text may stand in several places. */
export type RunLiterals = readonly (readonly number[] | undefined)[];

/** One object each for what most cells of a wide table hold: a message between workers carries it once. */
const NULL: Cell = { text: null };
const EMPTY: Cell = { text: '' };

/**
 * The painted cells of one column. Literals are numbered as they come, so that a cell looks for the newer ones alone, and
 * other marks are made for those cells alone that hold a literal which is marked otherwise now.
 */
export class PaintedColumn {
  private readonly cells = new Map<number, PaintedCell>();
  /** The numbers of literals by their predicate and text. */
  private readonly numbers = new Map<string, Map<string, number>>();
  private readonly finders: MatchFinder[] = [];
  /** For each literal, whether it was looked for in the cells of its time by the rows that it is known to be in. */
  private readonly settled: boolean[] = [];
  /** The cells that each literal was found in. */
  private holders: PaintedCell[][] = [];
  /** Grows when cells may have other marks than before. */
  revision = 0;
  /** Grows when the cells are forgotten: those of an earlier generation are not marked any more. */
  generation = 0;
  private last: RunLiterals = [];
  private current: RunLiterals = [];

  /** True when so many literals were looked for that the next run had better start anew. */
  get worn(): boolean {
    return this.finders.length > MOST_LITERALS;
  }

  /** The ids of a run's literals: the very object of the run before where they are the same. */
  literals(sought: readonly SoughtLiteral[], rowsOf: RowsOfTest): RunLiterals {
    const literals: (number[] | undefined)[] = [];
    sought.forEach((one) => {
      const { literal } = one;
      const number = this.numberOf(one, rowsOf);
      while (literals.length <= number) literals.push(undefined);
      const same = literals[number];
      if (same === undefined) literals[number] = [literal.id];
      else same.push(literal.id);
    });
    if (!sameLiterals(this.last, literals)) this.last = literals;
    return this.last;
  }

  /** From now on marks the literals of a run. */
  mark(literals: RunLiterals): void {
    const before = this.current;
    if (literals === before) return;
    this.current = literals;
    for (let number = 0; number < this.holders.length; number++) {
      if (sameNumbers(idsOf(before, number), idsOf(literals, number))) continue;
      this.holders[number].forEach((cell) => {
        const marked = markedCell(cell, literals);
        if (marked === cell.marked) return;
        cell.marked = marked;
        this.revision++;
      });
    }
  }

  /** The cell at a row of the column, or of another with the same content. */
  cell(column: Column, row: number): PaintedCell {
    let cell = this.cells.get(row);
    if (cell === undefined) {
      const plain = plainCell(column, row);
      cell = { plain, found: [], since: this.finders.length, sought: 0, marked: plain };
      if (this.cells.size >= MOST_CELLS) this.forgetCells();
      this.cells.set(row, cell);
    }
    return cell;
  }

  /** A cell of the column with its marks: the very object of the last time where these are the same. */
  marked(cell: PaintedCell): Cell {
    if (cell.sought < this.finders.length) this.seek(cell);
    return cell.marked;
  }

  /** The number of a literal and the predicate that it is sought by, the same at each call. */
  private numberOf({ predicate, literal: { text }, test }: SoughtLiteral, rowsOf: RowsOfTest): number {
    let numbers = this.numbers.get(predicate);
    if (numbers === undefined) {
      numbers = new Map();
      this.numbers.set(predicate, numbers);
    }
    let number = numbers.get(text);
    if (number === undefined) {
      number = this.finders.length;
      numbers.set(text, number);
      this.finders.push(matchFinder(predicate, text));
      this.holders.push([]);
      this.settle(number, rowsOf(test));
    }
    return number;
  }

  /** Looks for a new literal in those of the cells that are known to hold it: mostly none. */
  private settle(number: number, rows: Uint32Array | undefined): void {
    this.settled.push(rows !== undefined);
    if (rows === undefined) this.revision++;
    else if (rows.length < this.cells.size) {
      for (const row of rows) {
        const cell = this.cells.get(row);
        if (cell !== undefined) this.find(number, cell);
      }
    } else {
      for (const [row, cell] of this.cells) if (holds(rows, row)) this.find(number, cell);
    }
  }

  private find(number: number, cell: PaintedCell): void {
    const { text } = cell.plain;
    const span = text ? this.finders[number](text) : undefined;
    if (span === undefined || span.length === 0) return;
    cell.found.push({ number, span });
    this.holders[number].push(cell);
  }

  private seek(cell: PaintedCell): void {
    const { finders, settled, current } = this;
    const before = cell.found.length;
    for (let number = cell.sought; number < finders.length; number++) {
      if (!settled[number] || number < cell.since) this.find(number, cell);
    }
    cell.sought = finders.length;
    if (cell.found.length > before) cell.marked = markedCell(cell, current);
  }

  private forgetCells(): void {
    this.cells.clear();
    this.holders = this.finders.map(() => []);
    this.generation++;
  }
}

/** The cell as it is where it has its marks already. */
function markedCell({ plain, found, marked }: PaintedCell, literals: RunLiterals): Cell {
  if (isMarkedBy(marked, found, literals)) return marked;
  const marks: Marks[number][] = [];
  found.forEach(({ number, span }) => {
    idsOf(literals, number)?.forEach((literal) => {
      marks.push({ span, literal });
    });
  });
  return marks.length === 0 ? plain : { text: plain.text, marks };
}

/** The ids of a literal, which a run may not have. Code that reads beyond an array's end is compiled again when it first does. */
function idsOf(literals: RunLiterals, number: number): readonly number[] | undefined {
  return number < literals.length ? literals[number] : undefined;
}

function sameLiterals(a: RunLiterals, b: RunLiterals): boolean {
  if (a.length !== b.length) return false;
  for (let number = 0; number < a.length; number++) if (!sameNumbers(a[number], b[number])) return false;
  return true;
}

function sameNumbers(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return a === b;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

type Marks = NonNullable<Cell['marks']>;

const UNMARKED: Marks = [];

/** True when a cell has the marks that the literals of a run make of what was found; equal spans of it are the same. */
function isMarkedBy({ marks = UNMARKED }: Cell, found: readonly FoundLiteral[], literals: RunLiterals): boolean {
  let at = 0;
  for (let i = 0; i < found.length; i++) {
    const { number, span } = found[i];
    const ids = idsOf(literals, number);
    if (ids === undefined) continue;
    for (let k = 0; k < ids.length; k++, at++) {
      if (at === marks.length || marks[at].literal !== ids[k] || marks[at].span !== span) return false;
    }
  }
  return at === marks.length;
}

function plainCell(column: Column, row: number): Cell {
  const value = column.get(row) ?? null;
  if (value === null) return NULL;
  const text = valueText(value, column.type);
  return text === '' ? EMPTY : { text };
}
