import type { Checkpoint } from '../base/checkpoint.ts';
import type { Column } from '../columnar/column.ts';
import type { Bound } from '../executor/expression/bound.ts';
import type { PaintedCells } from './painted-cells.ts';
import type { PaintedColumn, RowsOfTest, RunLiterals, SoughtLiteral } from './painted-column.ts';
import type { Cell, GridRow } from './protocol/rows.ts';
import type { Verdict } from './protocol/view.ts';
import type { Run } from './run.ts';

/** A column's cells from this run and those before it, and the literals of this run that are marked in them. */
interface ColumnPainter {
  readonly painted: PaintedColumn;
  readonly literals: RunLiterals;
}

/** With more literals than this on a column, those that match no row are not looked for. */
const MOST_IDLE_LITERALS = 200;

const NO_LITERALS: RunLiterals = [];

/** Paints values: their text, and where the rule's literals stand in it. */
export class CellPainter {
  private readonly cells: PaintedCells;
  private readonly painters = new Map<Column, ColumnPainter>();

  private constructor(run: Run, cells: PaintedCells, literals: ReadonlyMap<Column, readonly SoughtLiteral[]>) {
    this.cells = cells;
    const rowsOf: RowsOfTest = (test) => run.execution.knownRows(test);
    for (const [column, sought] of literals) {
      const painted = cells.of(column);
      this.painters.set(column, { painted, literals: painted.literals(sought, rowsOf) });
    }
  }

  /** Paints what a run found; `cells` is what was painted of other runs over the same data. */
  static async of(run: Run, cells: PaintedCells, checkpoint: Checkpoint): Promise<CellPainter> {
    const literals = literalsByColumn(run);
    for (const [column, used] of literals) {
      if (used.length <= MOST_IDLE_LITERALS) continue;
      const counts = await run.countLiterals(run.execution.with({ checkpoint }));
      const live = new Set(counts.filter(({ rows }) => rows > 0).map(({ id }) => id));
      literals.set(
        column,
        used.filter(({ literal }) => live.has(literal.id)),
      );
    }
    return new CellPainter(run, cells, literals);
  }

  cell(column: Column, row: number): Cell {
    const { painted, literals } = this.painterOf(column);
    painted.mark(literals);
    return painted.marked(painted.cell(column, row));
  }

  /** Paints rows of columns. */
  rowPainter(columns: readonly Column[]): (row: number, verdict: Verdict) => GridRow {
    const painters = columns.map((column) => this.painterOf(column));
    const rows = this.cells.rowsOf(painters.map(({ painted }) => painted));
    rows.mark(painters.map(({ literals }) => literals));
    return (row, verdict) => rows.row(row, columns, verdict);
  }

  private painterOf(column: Column): ColumnPainter {
    let painter = this.painters.get(column);
    if (painter === undefined) {
      painter = { painted: this.cells.of(column), literals: NO_LITERALS };
      this.painters.set(column, painter);
    }
    return painter;
  }
}

/** For each column that tests read as it is, the run's literals that it is tested for, each with its first such test. */
function literalsByColumn({ literals, literalTests }: Run): Map<Column, SoughtLiteral[]> {
  const byColumn = new Map<Column, SoughtLiteral[]>();
  literals.forEach((literal, i) => {
    literalTests[i].forEach(({ test, predicate }) => {
      const column = subjectOf(test);
      if (column === undefined) return;
      const sought = byColumn.get(column);
      if (sought === undefined) byColumn.set(column, [{ literal, predicate, test }]);
      else if (sought[sought.length - 1].literal !== literal) sought.push({ literal, predicate, test });
    });
  });
  return byColumn;
}

/** The column that a test reads as it is. */
function subjectOf(test: Bound): Column | undefined {
  const subject = test.kind === 'call' ? test.args.find((arg) => arg.kind !== 'constant') : undefined;
  return subject?.kind === 'column' ? subject.column : undefined;
}
