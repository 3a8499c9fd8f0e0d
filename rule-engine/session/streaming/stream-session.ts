import { NOWHERE } from '../../base/span.ts';
import type { Table } from '../../columnar/table.ts';
import { type Diagnostic, invalid } from '../../diagnostics/diagnostic.ts';
import type { SourceReport } from '../../ingest/source-report.ts';
import type { Workspace } from '../../ingest/workspace.ts';
import type { Plan } from '../../plan/plan.ts';
import { planReads } from '../../plan/plan-reads.ts';
import { deserializePlan } from '../../plan/read-plan.ts';
import type { EngineMethods } from '../protocol/engine-methods.ts';
import type { EvaluateParams, Evaluation } from '../protocol/evaluation.ts';
import { addCounts, type RunCounts } from '../run-counts.ts';
import type { Handlers } from '../serve.ts';
import { StreamedEvaluation, type StreamOutcome } from './streamed-evaluation.ts';

type StreamedQuery = EngineMethods['stream']['params']['query'];

type StreamMethod = 'stream' | 'pause-stream' | 'resume-stream';

/** A source that a stream left, and what the rows that were not kept add to the counts of the rule that it was made by. */
interface StreamedSource {
  readonly ruleKey: string;
  /** Whether the clock decides which rows are found. */
  readonly readsClock: boolean;
  /** The other tables that the rule reads, as they were. */
  readonly others: readonly { readonly name: string; readonly table: WeakRef<Table> | undefined }[];
  /** False when reading was held: the rows after that are unknown. */
  readonly complete: boolean;
  readonly unkept: RunCounts | undefined;
}

/** The streams of an engine session, and what their sources lack. */
export class StreamSession {
  readonly handlers: Handlers<Pick<EngineMethods, StreamMethod>>;
  private readonly workspace: Workspace;
  private readonly removeSource: (source: number) => void;
  private readonly running = new Map<number, StreamedEvaluation>();
  /** The source that a paused stream has left, by stream. */
  private readonly partial = new Map<number, number>();
  private readonly sources = new Map<number, StreamedSource>();
  private lastStream = 0;

  /** @param removeSource drops a source of the workspace and all that was made of its rows */
  constructor(workspace: Workspace, removeSource: (source: number) => void) {
    this.workspace = workspace;
    this.removeSource = removeSource;
    this.handlers = {
      stream: (params, context) => this.stream(params, context),
      'pause-stream': async ({ stream }) => {
        const outcome = await this.streamOf(stream).pause();
        return this.running.has(stream) ? this.publish(stream, outcome) : null;
      },
      'resume-stream': ({ stream }) => {
        this.streamOf(stream).resume();
        return null;
      },
    };
  }

  /** An evaluation with what it says of rows that were read and not kept: their counts, where it is of the same rule. */
  withStreamed(params: EvaluateParams, evaluation: Evaluation): Evaluation {
    const known = new Map(this.workspace.sources().map((report) => [report.id, report]));
    let counted = evaluation;
    const streamed: { source: number; name: string; exact: boolean }[] = [];
    const notices: Diagnostic[] = [];
    for (const [id, source] of this.sources) {
      const { ruleKey, readsClock, unkept } = source;
      const report = known.get(id);
      if (report === undefined) {
        this.sources.delete(id);
        continue;
      }
      const sameOthers = source.others.every(({ name, table }) => this.workspace.table(name) === table?.deref());
      const exact = sameOthers && ruleKey === ruleKeyOf(params, readsClock ? evaluation.now : undefined);
      streamed.push({ source: id, name: report.name, exact });
      if (!exact) notices.push(keptRowsNotice(report.name, source.complete));
      if (!exact || unkept === undefined) continue;
      const { counts } = counted;
      counted = { ...addCounts(counted, unkept), counts: { ...counts, all: counts.all + unkept.all } };
    }
    if (streamed.length === 0) return counted;
    return { ...counted, streamed, notices: [...notices, ...counted.notices] };
  }

  private async stream(
    { file, override, userMappings, query, memory }: EngineMethods['stream']['params'],
    { signal, progress }: Parameters<Handlers<EngineMethods>['stream']>[1],
  ): Promise<SourceReport> {
    const id = ++this.lastStream;
    const rule = deserializePlan(query.plan);
    const stream = new StreamedEvaluation(file, { ...query, plan: rule }, this.workspace, {
      memory,
      signal,
      ...(override && { override }),
      ...(userMappings && { userMappings }),
      onProgress: (at) => progress({ ...at, stream: id }),
    });
    this.running.set(id, stream);
    const others = this.otherTables(rule, stream.part.table.name);
    try {
      const outcome = await stream.run();
      return this.publish(id, outcome, { query, others });
    } finally {
      this.running.delete(id);
      this.partial.delete(id);
    }
  }

  /** Puts what a stream found among the sources, in place of what it had found before. */
  private publish(
    stream: number,
    outcome: StreamOutcome,
    whole?: Pick<StreamedSource, 'others'> & { readonly query: StreamedQuery },
  ): SourceReport {
    const before = this.partial.get(stream);
    if (before !== undefined) this.removeSource(before);
    const report = this.workspace.add(outcome.source, outcome.newest);
    this.partial.set(stream, report.id);
    const { readsClock } = outcome.part;
    const ruleKey = whole === undefined ? '' : ruleKeyOf(whole.query, readsClock ? outcome.now : undefined);
    const { others = [] } = whole ?? {};
    const complete = whole !== undefined;
    this.sources.set(report.id, { ruleKey, readsClock, others, complete, unkept: whole && outcome.unkept });
    return report;
  }

  /** All tables that a rule reads but the one that is streamed. */
  private otherTables(rule: Plan, streamed: string): StreamedSource['others'] {
    return [...planReads(rule).tables.keys()].flatMap((name) => {
      const table = this.workspace.table(name);
      return name === streamed ? [] : [{ name, table: table && new WeakRef(table) }];
    });
  }

  private streamOf(id: number): StreamedEvaluation {
    const stream = this.running.get(id);
    if (stream === undefined) throw invalid('no-stream', 'The file is not being read any more', NOWHERE);
    return stream;
  }
}

function keptRowsNotice(name: string, complete: boolean): Diagnostic {
  const why = complete ? 'the rule has changed since it was read' : 'it was not read to its end';
  return {
    code: 'kept-rows-only',
    severity: 'warning',
    span: NOWHERE,
    message: `${name} is larger than the memory for events, and ${why}: of it, only the rows that were kept are looked at`,
  };
}

/** The same for queries that are answered alike over the same rows. */
function ruleKeyOf({ plan, exclusions }: Pick<StreamedQuery, 'plan' | 'exclusions'>, now = ''): string {
  return `${exclusions.start} ${exclusions.length} ${now} ${plan}`;
}
