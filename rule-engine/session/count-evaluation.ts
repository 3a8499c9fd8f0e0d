import { NOWHERE } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import { countWithin } from '../executor/expression/row-set.ts';
import { datetimeText } from '../functions/value-text.ts';
import type { Workspace } from '../ingest/workspace.ts';
import { columnExpr } from '../plan/make-expr.ts';
import type { Plan } from '../plan/plan.ts';
import { planInputs } from '../plan/walk.ts';
import { noticesOf } from './notices.ts';
import type { Evaluation } from './protocol/evaluation.ts';
import { readsClock } from './reads-clock.ts';
import { readTables } from './rule-coverage.ts';
import type { Run } from './run.ts';
import { countRun } from './run-counts.ts';

/** Counts what the steps, literals and exclusions of a run over the workspace did; `took` is what it took to run. */
export async function countEvaluation(run: Run, workspace: Workspace, took: number): Promise<Evaluation> {
  const started = performance.now();
  const { id, plan, result, execution, traceable } = run;
  const { hits, excluded, all, ...counts } = await countRun(run);
  const reads = readTables(plan, workspace);
  return {
    run: id,
    now: datetimeText(execution.now),
    columns: result.schema,
    counts: { hits, excluded, all },
    traceable,
    readsClock: readsClock(plan),
    ...counts,
    flags: await countFlags(run),
    coverage: reads.flatMap(({ coverage }) => coverage ?? []),
    notices: noticesOf(reads, workspace),
    chart: chartOf(plan),
    milliseconds: took + performance.now() - started,
  };
}

/** The number of rows for which each `bool` column is true: in whatever order, so before they are sorted. */
async function countFlags({ steps, result, execution }: Run): Promise<Evaluation['flags']> {
  const flags: { column: string; hits: number }[] = [];
  const sorted = steps.findLast(({ output }) => output === result);
  const rows = sorted?.plan.kind === 'sort' && sorted.input !== undefined ? sorted.input : result;
  const { frame, members } = execution.domainOf(rows);
  for (const { name, type } of result.schema) {
    if (type !== 'bool') continue;
    const bound = await execution.bind(columnExpr({ name, type }, NOWHERE), rows);
    const mask = await execution.mask(bound, frame);
    flags.push({ column: name, hits: countWithin(mask.true, members ?? Bitmap.full(frame.length)) });
  }
  return flags;
}

/** The `render` that the query ends with. */
function chartOf(plan: Plan): Evaluation['chart'] {
  for (let node: Plan | undefined = plan; node !== undefined; node = planInputs(node)[0]) {
    if (node.kind === 'render') return { kind: node.chart, properties: node.properties };
  }
  return undefined;
}
