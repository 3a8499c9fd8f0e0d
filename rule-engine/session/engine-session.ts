import { Cancellation } from '../base/cancellation.ts';
import { type Checkpoint, makeCheckpoint, nextTask } from '../base/checkpoint.ts';
import { NOWHERE, type Span } from '../base/span.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { columnsByRows } from '../executor/evaluate.ts';
import { ExecutionCache } from '../executor/execution-cache.ts';
import { clockTicks } from '../ingest/evaluation-clock.ts';
import { previewMapping } from '../ingest/preview-mapping.ts';
import { Workspace } from '../ingest/workspace.ts';
import { rowCount } from '../operators/relation.ts';
import { deserializePlan, PlanReader } from '../plan/read-plan.ts';
import { builtInTable } from '../schema/catalogue.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { CellPainter } from './cells.ts';
import { countEvaluation } from './count-evaluation.ts';
import { EventLabels } from './event-labels.ts';
import { exportRows } from './export-rows.ts';
import { facetOf } from './facets.ts';
import { knownRows, nameKnown } from './known-rows.ts';
import { PaintedCells } from './painted-cells.ts';
import type { EngineMethods } from './protocol/engine-methods.ts';
import type { EvaluatedRows, EvaluateParams, Evaluation } from './protocol/evaluation.ts';
import type { GridRow, RowsParams, RowsWindow } from './protocol/rows.ts';
import { labelColumn, type View } from './protocol/view.ts';
import { rowDetail } from './row-detail.ts';
import { RowSets } from './row-sets.ts';
import { Run } from './run.ts';
import type { Handlers, RequestContext } from './serve.ts';
import { StreamSession } from './streaming/stream-session.ts';
import { tabRelation } from './tab-relation.ts';
import type { EvaluatedRun } from './tuning-host.ts';
import { createTuningSession } from './tuning-session.ts';
import { validationHandlers } from './validation-handlers.ts';
import { labelFacet, looksAtLabels } from './view-labels.ts';
import { ViewRows } from './view-rows.ts';
import { whenIdle } from './when-idle.ts';

/** Runs whose rows can still be asked for: the newest, and those that a page in the midst of an update may show. */
const KEPT_RUNS = 3;
const HIT: GridRow['verdict'] = { kind: 'hit' };
/** Views of a run that are kept filtered and sorted. */
const KEPT_VIEWS = 6;

interface KeptRun extends EvaluatedRun {
  /** Made when the first rows are asked for. */
  painter: CellPainter | undefined;
  /** The rows that went to the page with the evaluation. */
  sent: readonly GridRow[];
  readonly views: Map<string, ViewRows>;
}

/**
 * What the engine worker serves: the loaded events and the last evaluations. Of evaluations that overlap the newest wins:
 * the ones before it are cancelled.
 */
export class EngineSession {
  readonly workspace: Workspace;
  readonly handlers: Handlers<EngineMethods>;
  private readonly rowSets = new RowSets();
  private readonly labels: EventLabels;
  private readonly cache = new ExecutionCache();
  private readonly cells = new PaintedCells();
  private readonly plans = new PlanReader();
  private readonly streams: StreamSession;
  private readonly runs = new Map<number, KeptRun>();
  private lastRun = 0;
  /** The newest run that was counted: the page goes back to it when a newer one is stopped. */
  private lastCounted = 0;
  private evaluating: Cancellation | undefined;

  constructor(workspace: Workspace = new Workspace()) {
    this.workspace = workspace;
    this.labels = new EventLabels(workspace);
    this.streams = new StreamSession(workspace, (source) => this.removeSource(source));
    const handlers: Handlers<EngineMethods> = {
      ...createTuningSession({
        workspace,
        labels: this.labels,
        rowSets: this.rowSets,
        evaluatedRun: (id) => this.runOf(id),
        membersOf: async (view, checkpoint) => (await this.viewRows(view, checkpoint)).members,
      }),
      ...validationHandlers(),
      ...this.streams.handlers,
      load: ({ file, override, userMappings, memory }, { signal, progress }) =>
        this.workspace.load(file, {
          ...(memory !== undefined && { memory }),
          signal,
          onProgress: progress,
          ...(override && { override }),
          ...(userMappings && { userMappings }),
        }),
      'preview-mapping': async ({ file, mapping, rows, override }) =>
        (await previewMapping(file, mapping, rows, override)) ?? null,
      'table-schema': ({ table }) => builtInTable(table) ?? null,
      'are-rules': async ({ files }, { signal }) => {
        const { areRuleFiles } = await import('../rule/exchange/are-rule-files.ts');
        return areRuleFiles(files, makeCheckpoint(signal));
      },
      sources: () => this.workspace.sources(),
      tables: () => this.workspace.tables(),
      'remove-source': ({ source }) => {
        this.removeSource(source);
        return null;
      },
      evaluate: (params, context) => this.evaluate(params, context),
      columns: (params, { signal }) => this.columns(params, makeCheckpoint(signal)),
      rows: (params, { signal }) => this.rows(params, makeCheckpoint(signal)),
      facets: (params, { signal }) => this.facets(params, makeCheckpoint(signal)),
      detail: async ({ run, tab, row }, { signal }) => {
        const kept = this.runOf(run);
        const checkpoint = makeCheckpoint(signal);
        const painter = await this.painterOf(kept, checkpoint);
        return rowDetail(kept.run, { tab, row }, painter, kept.run.execution.with({ checkpoint }), this.workspace);
      },
      export: (params, { signal }) => this.export(params, makeCheckpoint(signal)),
    };
    this.handlers = whenIdle(handlers, () => this.workspace.releaseRemoved());
  }

  private async evaluate(
    params: EvaluateParams,
    { signal, progress }: RequestContext<EvaluatedRows>,
  ): Promise<Evaluation> {
    this.evaluating?.abort();
    const cancellation = new Cancellation();
    this.evaluating = cancellation;
    const checkpoint = makeCheckpoint(signal, cancellation);
    const id = ++this.lastRun;
    const { workspace, cache } = this;
    const { exclusions, clock } = params;
    try {
      // This joins the files of each table, which is no part of the evaluation.
      const now = clockTicks(clock, workspace.newestEvent());
      const started = performance.now();
      const plan = this.plans.read(params.plan);
      const run = await Run.of(id, plan, exclusions, { catalogue: workspace, now, cache, checkpoint });
      const took = performance.now() - started;
      // Without this a run over rows that were removed meanwhile could be kept.
      cancellation.throwIfAborted();
      this.keepRun(run, exclusions);
      const window = params.rows && (await this.firstRows(id, params.rows, checkpoint));
      const former = this.runs.get(params.rows?.known ?? 0)?.run.literals ?? [];
      const literals = literalsBeyond(former, run.literals);
      const { schema: columns } = run.result;
      const hits = rowCount(run.result);
      progress({ run: id, columns, hits, literals, ...(window !== undefined && { window }) });
      // A newer edit waits for no counts.
      await nextTask();
      await checkpoint();
      const evaluation = await countEvaluation(run, workspace, took);
      cancellation.throwIfAborted();
      this.lastCounted = id;
      return this.streams.withStreamed(params, evaluation);
    } finally {
      if (this.evaluating === cancellation) this.evaluating = undefined;
    }
  }

  /** Drops a source, and what was made of its rows: their memory is given back. */
  private removeSource(source: number): void {
    this.workspace.remove(source);
    this.evaluating?.abort();
    this.runs.clear();
    this.cache.clear();
    this.cells.clear();
  }

  private keepRun(run: Run, exclusions: Span): void {
    this.runs.set(run.id, { run, exclusions, painter: undefined, sent: [], views: new Map() });
    for (const oldest of this.runs.keys()) {
      if (this.runs.size <= KEPT_RUNS) break;
      if (oldest !== this.lastCounted) this.runs.delete(oldest);
    }
  }

  /** Rows that come before an evaluation is counted. What makes them fail is told to who asks for them by `rows`. */
  private async firstRows(
    run: number,
    { view, start, end, known = 0 }: NonNullable<EvaluateParams['rows']>,
    checkpoint: () => Promise<void>,
  ): Promise<EvaluatedRows['window']> {
    const shown = { ...view, run };
    try {
      const window = await this.rows({ view: shown, start, end }, checkpoint);
      this.runOf(run).sent = window.rows;
      const former = this.runs.get(known)?.sent;
      return { view: shown, rows: former ? { ...window, rows: nameKnown(window.rows, knownRows(former)) } : window };
    } catch {
      await checkpoint();
      return undefined;
    }
  }

  private async columns(
    { plan, clock }: EngineMethods['columns']['params'],
    checkpoint: () => Promise<void>,
  ): Promise<readonly ColumnSchema[] | null> {
    const { workspace, cache } = this;
    const now = clockTicks(clock, workspace.newestEvent());
    return (await columnsByRows(deserializePlan(plan), { catalogue: workspace, now, cache, checkpoint })) ?? null;
  }

  private async rows({ view, start, end }: RowsParams, checkpoint: () => Promise<void>): Promise<RowsWindow> {
    const kept = this.runOf(view.run);
    const { run } = kept;
    const painter = await this.painterOf(kept, checkpoint);
    const rows = await this.viewRows(view, checkpoint);
    const { schema, columns } = rows.relation;
    const window = await rows.window(start, end, checkpoint);
    const made = view.tab === 'hits' && run.result.space !== run.base.space;
    const rowOf = painter.rowPainter(columns);
    const gridRows: GridRow[] = [];
    for (let i = 0; i < window.length; i++) {
      gridRows.push(rowOf(window[i], made || view.tab === 'hits' ? HIT : run.verdict(window[i])));
    }
    return { start: Math.max(0, start), total: rows.total, columns: schema, rows: gridRows };
  }

  private async facets(
    { view, columns, limit }: EngineMethods['facets']['params'],
    checkpoint: () => Promise<void>,
  ): Promise<EngineMethods['facets']['result']> {
    const { relation, members } = await this.viewRows(view, checkpoint);
    const { run } = this.runOf(view.run);
    const facets = [];
    for (const name of columns) {
      if (name === labelColumn && hasLabels(run, view)) {
        const labels = await this.labels.rowsOf(run, checkpoint);
        facets.push(await labelFacet(members, labels, checkpoint));
        continue;
      }
      const index = relation.schema.findIndex((column) => column.name === name);
      if (index >= 0) facets.push(await facetOf(name, relation.columns[index], members, limit, checkpoint));
    }
    return facets;
  }

  private async export(
    { view, format, columns, rows }: EngineMethods['export']['params'],
    checkpoint: () => Promise<void>,
  ): Promise<Blob> {
    const viewRows = await this.viewRows(view, checkpoint);
    const { relation } = viewRows;
    const indexes = columns
      .map((name) => relation.schema.findIndex((column) => column.name === name))
      .filter((index) => index >= 0);
    const wanted = rows === undefined ? undefined : new Set(rows);
    const ordered = await viewRows.window(0, viewRows.total, checkpoint);
    return exportRows(
      format,
      indexes.map((index) => relation.schema[index]),
      wanted === undefined ? ordered : ordered.filter((row) => wanted.has(row)),
      (row, i) => relation.columns[indexes[i]].get(row) ?? null,
      checkpoint,
    );
  }

  private async viewRows(view: View, checkpoint: () => Promise<void>): Promise<ViewRows> {
    const { run, views } = this.runOf(view.run);
    const byLabels = looksAtLabels(view) && hasLabels(run, view);
    const labels = byLabels ? await this.labels.rowsOf(run, checkpoint) : undefined;
    const version = byLabels && this.labels.store.version;
    const key = JSON.stringify([view.tab, view.sort, view.filters, view.search, view.among, version]);
    let rows = views.get(key);
    if (rows === undefined) {
      const among = view.among === undefined ? undefined : this.rowSets.rowsOf(view.among, tabRelation(run, view.tab));
      rows = await ViewRows.of(view, run, run.execution.with({ checkpoint }), { among, labels });
      views.set(key, rows);
      for (const oldest of views.keys()) {
        if (views.size <= KEPT_VIEWS) break;
        views.delete(oldest);
      }
    }
    return rows;
  }

  private async painterOf(kept: KeptRun, checkpoint: Checkpoint): Promise<CellPainter> {
    kept.painter ??= await CellPainter.of(kept.run, this.cells, checkpoint);
    return kept.painter;
  }

  private runOf(id: number): KeptRun {
    const kept = this.runs.get(id);
    if (kept === undefined) {
      throw invalid('stale-run', 'A newer evaluation has replaced this one', NOWHERE);
    }
    return kept;
  }
}

function literalsBeyond(known: Run['literals'], literals: Run['literals']): EvaluatedRows['literals'] {
  const ids = new Set(known.map(({ id }) => id));
  return literals.filter(({ id }) => !ids.has(id)).map(({ id, span }) => ({ id, span }));
}

/** Rows that the query made anew are no events, and have no labels. */
function hasLabels(run: Run, { tab }: View): boolean {
  return tab !== 'hits' || run.traceable;
}
