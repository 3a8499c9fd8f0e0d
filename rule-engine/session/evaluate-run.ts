import { Bitmap } from '../columnar/bitmap.ts';
import type { ExecutionCache } from '../executor/execution-cache.ts';
import { countWithin } from '../executor/expression/row-set.ts';
import { datetimeText } from '../functions/value-text.ts';
import { clockTicks } from '../ingest/evaluation-clock.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { Plan } from '../plan/plan.ts';
import { planInputs } from '../plan/walk.ts';
import { noticesOf } from './notices.ts';
import type { EvaluateParams, Evaluation } from './protocol.ts';
import { readTables } from './rule-coverage.ts';
import { Run } from './run.ts';
import { countRun } from './run-counts.ts';

/** Runs a plan over the workspace and counts what its steps, literals and exclusions did. */
export async function evaluateRun(
  id: number,
  { plan, exclusions, clock }: EvaluateParams,
  workspace: Workspace,
  cache: ExecutionCache,
  checkpoint: () => Promise<void>,
): Promise<{ readonly run: Run; readonly evaluation: Evaluation }> {
  const started = performance.now();
  const now = clockTicks(clock, workspace.newestEvent());
  const run = await Run.of(id, plan, exclusions, { catalogue: workspace, now, cache, checkpoint });
  const { result } = run;
  const { hits, excluded, all, ...counts } = await countRun(run);
  const reads = readTables(plan, workspace);
  const evaluation: Evaluation = {
    run: id,
    now: datetimeText(now),
    columns: result.schema,
    counts: { hits, excluded, all },
    traceable: run.traceable,
    ...counts,
    flags: await countFlags(run),
    coverage: reads.flatMap(({ coverage }) => coverage ?? []),
    notices: noticesOf(reads, workspace),
    chart: chartOf(plan),
    milliseconds: performance.now() - started,
  };
  return { run, evaluation };
}

/** The number of rows for which each `bool` column is true: in whatever order, so before they are sorted. */
async function countFlags({ steps, result, execution }: Run): Promise<Evaluation['flags']> {
  const flags: { column: string; hits: number }[] = [];
  const sorted = steps.findLast(({ output }) => output === result);
  const rows = sorted?.plan.kind === 'sort' && sorted.input !== undefined ? sorted.input : result;
  const { frame, members } = execution.domainOf(rows);
  for (const { name, type } of result.schema) {
    if (type !== 'bool') continue;
    const bound = await execution.bind({ kind: 'column', name, type, span: { start: 0, length: 0 } }, rows);
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
