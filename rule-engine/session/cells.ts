import type { Column } from '../columnar/column.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { conditionsIn, literalUses } from '../executor/literals.ts';
import { type MatchFinder, matchFinder } from '../executor/matches.ts';
import { valueText } from '../functions/value-text.ts';
import type { Cell } from './protocol.ts';
import type { Run } from './run.ts';

/** A literal and how it is found in a value. */
interface Mark {
  readonly literal: number;
  readonly find: MatchFinder;
}

/** With more literals than this on a column, those that match no row are not looked for. */
const MOST_IDLE_MARKS = 200;

/** Paints values: their text, and where the rule's literals stand in it. */
export class CellPainter {
  private readonly marks: ReadonlyMap<Column, readonly Mark[]>;

  private constructor(marks: ReadonlyMap<Column, readonly Mark[]>) {
    this.marks = marks;
  }

  /** `execution` is the run's, or another over the same data. */
  static async of(run: Run, execution: Execution): Promise<CellPainter> {
    const marks = new Map<Column, Mark[]>();
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
          const known = marks.get(column) ?? [];
          marks.set(column, known);
          if (known.every((mark) => mark.literal !== literal)) {
            known.push({ literal, find: matchFinder(use.predicate, use.text) });
          }
        }
      }
    }
    return new CellPainter(withoutIdle(marks, run));
  }

  cell(column: Column, row: number): Cell {
    const value = column.get(row) ?? null;
    if (value === null) return { text: null };
    const text = valueText(value, column.type);
    const marks = (this.marks.get(column) ?? []).flatMap(({ literal, find }) => {
      const span = find(text);
      return span === undefined || span.length === 0 ? [] : [{ span, literal }];
    });
    return marks.length === 0 ? { text } : { text, marks };
  }
}

/** The column that a test reads as it is. */
function subjectOf(test: Bound): Column | undefined {
  const subject = test.kind === 'call' ? test.args.find((arg) => arg.kind !== 'constant') : undefined;
  return subject?.kind === 'column' ? subject.column : undefined;
}

function withoutIdle(marks: ReadonlyMap<Column, readonly Mark[]>, run: Run): ReadonlyMap<Column, readonly Mark[]> {
  return new Map(
    [...marks].map(([column, all]) => [
      column,
      all.length <= MOST_IDLE_MARKS ? all : all.filter(({ literal }) => run.literals[literal].rows > 0),
    ]),
  );
}
