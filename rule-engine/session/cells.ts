import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { conditionsIn, literalUses } from '../executor/literals.ts';
import { type MatchFinder, matchFinder } from '../executor/matches.ts';
import { valueText } from '../functions/value-text.ts';
import type { PaintedCells, PaintedColumn } from './painted-cells.ts';
import type { Cell } from './protocol.ts';
import type { Run } from './run.ts';

/** A literal and how it is found in a value. */
interface Mark {
  readonly literal: number;
  /** The literal's number among the painted cells of the column. */
  readonly number: number;
  readonly find: MatchFinder;
}

/** A column's cells from this run and those before it, and the literals to look for. */
interface ColumnPainter {
  readonly painted: PaintedColumn;
  marks: Mark[];
}

/** With more literals than this on a column, those that match no row are not looked for. */
const MOST_IDLE_MARKS = 200;

/** One object each for what most cells of a wide table hold: a message between workers carries it once. */
const NULL: Cell = { text: null };
const EMPTY: Cell = { text: '' };

/** Paints values: their text, and where the rule's literals stand in it. */
export class CellPainter {
  private readonly cells: PaintedCells;
  private readonly painters: Map<Column, ColumnPainter>;

  private constructor(cells: PaintedCells, painters: Map<Column, ColumnPainter>) {
    this.cells = cells;
    this.painters = painters;
  }

  /** `execution` is the run's, or another over the same data; `cells` what was painted of other runs over the same data. */
  static async of(run: Run, execution: Execution, cells: PaintedCells): Promise<CellPainter> {
    const painters = new Map<Column, ColumnPainter>();
    const indexes = new Map(run.literals.map(({ span, text }, i) => [`${span.start} ${span.length} ${text}`, i]));
    for (const { plan, input } of run.steps) {
      if (input === undefined) continue;
      const exprs = plan.kind === 'where' ? [plan.predicate] : [];
      if (plan.kind === 'extend' || plan.kind === 'project') exprs.push(...plan.items.map((item) => item.expr));
      for (const expr of exprs) {
        const bound = await execution.bind(expr, input);
        for (const use of conditionsIn(bound).flatMap(literalUses)) {
          const literal = indexes.get(`${use.span.start} ${use.span.length} ${use.text}`);
          const column = subjectOf(use.test);
          if (literal === undefined || column === undefined) continue;
          const { painted, marks } = painterOf(column, painters, cells);
          if (marks.some((mark) => mark.literal === literal)) continue;
          const number = painted.numberOf(use.predicate, use.text);
          marks.push({ literal, number, find: matchFinder(use.predicate, use.text) });
        }
      }
    }
    for (const painter of painters.values()) dropIdle(painter, run);
    return new CellPainter(cells, painters);
  }

  cell(column: Column, row: number): Cell {
    return paintCell(column, row, painterOf(column, this.painters, this.cells));
  }

  /** Paints cells of columns, row by row. */
  rowPainter(columns: readonly Column[]): (row: number) => readonly Cell[] {
    const painters = columns.map((column) => painterOf(column, this.painters, this.cells));
    return (row) => columns.map((column, i) => paintCell(column, row, painters[i]));
  }
}

function paintCell(column: Column, row: number, { painted, marks }: ColumnPainter): Cell {
  let cell = painted.cell(row);
  if (cell === undefined) {
    const value = column.get(row) ?? null;
    cell = { plain: plainCell(value === null ? null : valueText(value, column.type)), places: [] };
    painted.keep(row, cell);
  }
  const { plain, places } = cell;
  const { text } = plain;
  if (text === null || text === '' || marks.length === 0) return plain;
  let found: { readonly span: Span; readonly literal: number }[] | undefined;
  for (const { literal, number, find } of marks) {
    if (places[number] === undefined) places[number] = placeOf(find, text);
    const span = places[number];
    if (span === null) continue;
    found ??= [];
    found.push({ span, literal });
  }
  return found === undefined ? plain : { text, marks: found };
}

function plainCell(text: string | null): Cell {
  return text === null ? NULL : text === '' ? EMPTY : { text };
}

function painterOf(column: Column, painters: Map<Column, ColumnPainter>, cells: PaintedCells): ColumnPainter {
  let painter = painters.get(column);
  if (painter === undefined) {
    painter = { painted: cells.of(column), marks: [] };
    painters.set(column, painter);
  }
  return painter;
}

function placeOf(find: MatchFinder, text: string): Span | null {
  const span = find(text);
  return span === undefined || span.length === 0 ? null : span;
}

/** The column that a test reads as it is. */
function subjectOf(test: Bound): Column | undefined {
  const subject = test.kind === 'call' ? test.args.find((arg) => arg.kind !== 'constant') : undefined;
  return subject?.kind === 'column' ? subject.column : undefined;
}

function dropIdle(painter: ColumnPainter, run: Run): void {
  if (painter.marks.length <= MOST_IDLE_MARKS) return;
  painter.marks = painter.marks.filter(({ literal }) => run.literals[literal].rows > 0);
}
