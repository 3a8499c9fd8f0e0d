import type { Column } from '../columnar/column.ts';
import { testedExpressions } from '../executor/counts.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { literalIndexes } from '../executor/literal-map.ts';
import { conditionsIn, type LiteralUse, literalUses } from '../executor/literals.ts';
import type { PaintedCells } from './painted-cells.ts';
import type { PaintedColumn, RunLiterals } from './painted-column.ts';
import type { Cell } from './protocol.ts';
import type { Run } from './run.ts';

/** A column's cells from this run and those before it, and the literals of this run that are marked in them. */
interface ColumnPainter {
  readonly painted: PaintedColumn;
  readonly literals: RunLiterals;
}

/** With more literals than this on a column, those that match no row are not looked for. */
const MOST_IDLE_LITERALS = 200;

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
    for (const [column, used] of await literalsByColumn(run, execution)) {
      const sought = used.size > MOST_IDLE_LITERALS ? [...used].filter(([i]) => run.literals[i].rows > 0) : used;
      const painted = cells.of(column);
      painters.set(column, { painted, literals: painted.literals(sought) });
    }
    return new CellPainter(cells, painters);
  }

  cell(column: Column, row: number): Cell {
    const { painted, literals } = this.painterOf(column);
    return painted.marked(painted.cell(column, row), literals);
  }

  /** Paints cells of columns, row by row. */
  rowPainter(columns: readonly Column[]): (row: number) => readonly Cell[] {
    const painters = columns.map((column) => this.painterOf(column));
    const rows = this.cells.rowsOf(painters.map(({ painted }) => painted));
    const literals = painters.map((painter) => painter.literals);
    return (row) => rows.cells(row, columns, literals);
  }

  private painterOf(column: Column): ColumnPainter {
    let painter = this.painters.get(column);
    if (painter === undefined) {
      painter = { painted: this.cells.of(column), literals: [] };
      this.painters.set(column, painter);
    }
    return painter;
  }
}

/** For each column that tests read as it is, the run's literals that it is tested for, each with its first such test. */
async function literalsByColumn(run: Run, execution: Execution): Promise<Map<Column, Map<number, LiteralUse>>> {
  const indexes = literalIndexes(run.literals);
  const byColumn = new Map<Column, Map<number, LiteralUse>>();
  for (const { plan, input } of run.steps) {
    if (input === undefined) continue;
    for (const { expr } of testedExpressions(plan)) {
      const bound = await execution.bind(expr, input);
      for (const condition of conditionsIn(bound)) {
        for (const use of literalUses(condition)) {
          const literal = indexes.get(use);
          const column = subjectOf(use.test);
          if (literal !== undefined && column !== undefined) addUse(byColumn, column, literal, use);
        }
      }
    }
  }
  return byColumn;
}

function addUse(
  byColumn: Map<Column, Map<number, LiteralUse>>,
  column: Column,
  literal: number,
  use: LiteralUse,
): void {
  const used = byColumn.get(column);
  if (used === undefined) byColumn.set(column, new Map([[literal, use]]));
  else if (!used.has(literal)) used.set(literal, use);
}

/** The column that a test reads as it is. */
function subjectOf(test: Bound): Column | undefined {
  const subject = test.kind === 'call' ? test.args.find((arg) => arg.kind !== 'constant') : undefined;
  return subject?.kind === 'column' ? subject.column : undefined;
}
