import { makeCheckpoint } from '../base/checkpoint.ts';
import type { Span } from '../base/span.ts';
import type { ByteSource } from '../ingest/containers/byte-source.ts';
import { Workspace } from '../ingest/workspace.ts';
import { callExpr, columnExpr, literalExpr } from '../plan/make-expr.ts';
import type { CallExpr, ColumnExpr, Expr, ListExpr, LiteralExpr, Plan } from '../plan/plan.ts';
import { serializePlan } from '../plan/serialize.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { EngineSession } from './engine-session.ts';

const TABLE = 'DeviceProcessEvents';
/** Events that are made up: enough for the paths of large files to be taken. */
const EVENTS = 1800;
const EVENTS_A_PART = 100;
/** More than the longest of them has. */
const MOST_EVENT_BYTES = 240;
/**
 * Edits that are made of the rule: enough for the runtime to compile what an evaluation runs, and for its young heap to grow
 * and be written in full. Else the reader's edits would be the first to write it, with a fault for each of 50 pages.
 */
const EDITS = 192;
/** A session keeps what its edits made, and each warms a first evaluation. */
const EDITS_A_SESSION = 12;
/** Rows that are painted: enough for their code to be compiled. */
const SHOWN_ROWS = 50;

/** Makes command lines as long as they mostly are. */
const LONG_ARGUMENT = '--log C:\\ProgramData\\Contoso\\Agent\\Logs\\host.log --level information --retry 5';

/** The columns of the file, and all that the rule knows: a plan is read for each edit. */
const COLUMNS: readonly ColumnSchema[] = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'DeviceName', type: 'string' },
  { name: 'AccountName', type: 'string' },
  { name: 'FileName', type: 'string' },
  { name: 'ProcessCommandLine', type: 'string' },
  { name: 'InitiatingProcessFileName', type: 'string' },
];

/**
 * Loads made-up events and evaluates edits of a rule over them, in sessions of its own, so that the first evaluation of the
 * user's events finds the engine's code compiled. To be run while nothing else is to be done; it lets waiting messages in.
 * Gives the number of hits of the last edit; rejects once `signal` aborts.
 */
export async function warmUp(signal: AbortSignal): Promise<number> {
  const workspace = new Workspace();
  const file = { ...bytesSource(madeUpEvents()), name: `${TABLE}.csv` };
  await new EngineSession(workspace).handlers.load({ file }, { signal, progress: () => {} });
  const edits = Array.from({ length: EDITS_A_SESSION }, (_, edit) => madeUpEdit(edit));
  let hits = 0;
  for (let first = 0; first < EDITS; first += EDITS_A_SESSION) {
    hits = await evaluateEdits(
      workspace,
      edits.map((edit, i) => renamed(edit, first + i)),
      signal,
    );
  }
  return hits;
}

async function evaluateEdits(workspace: Workspace, edits: readonly Edit[], signal: AbortSignal): Promise<number> {
  const { handlers } = new EngineSession(workspace);
  const checkpoint = makeCheckpoint(signal);
  const context = { signal, progress: () => {} };
  const view = { tab: 'hits' as const, sort: [], filters: [], search: '' };
  let hits = 0;
  for (const { plan, exclusions } of edits) {
    const params = { plan, exclusions, clock: NEWEST };
    const { counts } = await handlers.evaluate({ ...params, rows: { view, start: 0, end: SHOWN_ROWS } }, context);
    hits = counts.hits;
    await checkpoint();
  }
  return hits;
}

/** Bytes as a source: a `File` would be read through more of the runtime than the engine needs. */
function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.length,
    slice: (start, end) => bytesSource(bytes.subarray(start, end)),
    arrayBuffer: async () => bytes.slice().buffer,
  };
}

/** The text of a file, made some lines at a time: they are not kept until all are made. */
function madeUpEvents(): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(EVENTS * MOST_EVENT_BYTES);
  let length = encoder.encodeInto(`${COLUMNS.map(({ name }) => name).join(',')}\n`, bytes).written;
  for (let first = 0; first < EVENTS; first += EVENTS_A_PART) {
    let lines = '';
    for (let i = first; i < first + EVENTS_A_PART; i++) lines += madeUpEvent(i);
    length += encoder.encodeInto(lines, bytes.subarray(length)).written;
  }
  return bytes.subarray(0, length);
}

function madeUpEvent(i: number): string {
  const isLua = i % 8 === 0;
  const time = `2026-01-01T00:${twoDigits(Math.floor(i / 60))}:${twoDigits(i % 60)}Z`;
  const command = isLua
    ? `lua.exe ${i % 3 === 0 ? `-e ""os.execute('${i % 7}')""` : `C:\\Temp\\script${i % 900}.lua`} ${LONG_ARGUMENT}`
    : `C:\\Windows\\System32\\svchost.exe -k netsvcs -p ${(i * 7919).toString(36)} ${LONG_ARGUMENT}`;
  const files = isLua ? ['lua.exe', 'cmd.exe'] : ['svchost.exe', 'services.exe'];
  return `${time},host-${i % 40},user${i % 90},${files[0]},"${command}",${files[1]}\n`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

const NEWEST = { kind: 'newest' } as const;

/** A rule's plan as its text, which is how an edit comes, and where its exclusions stand. */
interface Edit {
  readonly plan: string;
  readonly exclusions: Span;
}

/** In edits that are otherwise the same, the pattern that is new in each. */
const NEW_PATTERN = 'pattern';

/** Made once a session's edit: writing a plan is another worker's work, and no part of what is to be warm. */
function madeUpEdit(edit: number): Edit {
  const { plan, exclusions } = rule(edit);
  return { plan: serializePlan(plan), exclusions };
}

function renamed({ plan, exclusions }: Edit, edit: number): Edit {
  return { plan: plan.replaceAll(NEW_PATTERN, `${NEW_PATTERN}${edit}`), exclusions };
}

/** A rule as people write them, each edit with a pattern that is new and at times one that is gone. */
function rule(edit: number): { readonly plan: Plan; readonly exclusions: Span } {
  position = 0;
  const patterns = ['lua.exe', 'os.execute(', 'io.popen(', '.lua', 'loadstring(', NEW_PATTERN];
  const listed = edit % 3 === 0 ? patterns : patterns.filter((_, i) => i !== edit % patterns.length);
  const table: Plan = { kind: 'table', name: TABLE, columns: COLUMNS, span: place() };
  const detection = where(table, () =>
    call('or', [
      list(text('FileName'), ['lua', 'luajit']),
      list(text('ProcessCommandLine'), edit % 5 === 0 ? patterns.slice(1) : listed),
    ]),
  );
  const exclusion = where(detection, () => {
    const known = list(text('ProcessCommandLine'), ['nmap', `known${edit % 4}`]);
    return call('not', [call('and', [call('=~', [text('InitiatingProcessFileName'), literal('bash')]), known])]);
  });
  const start = position;
  const flag = { name: 'OsExec', expr: list(text('ProcessCommandLine'), ['os.execute(', 'io.popen(']) };
  const flagged: ColumnSchema[] = [...COLUMNS, { name: flag.name, type: 'bool' }];
  const extended: Plan = { kind: 'extend', input: exclusion, items: [flag], columns: flagged, span: since(start) };
  const shown: ColumnExpr[] = [...COLUMNS.map(({ name, type }) => column(name, type)), column('OsExec', 'bool')];
  const items = shown.map((expr) => ({ name: expr.name, expr }));
  const named = shown.map(({ name, type }) => ({ name, type }));
  const span = place();
  const projected: Plan = { kind: 'project', operator: 'project', input: extended, items, columns: named, span };
  const keys = [{ expr: shown[0], order: 'desc', nulls: 'last' } as const];
  return { plan: { kind: 'sort', input: projected, keys, columns: named, span }, exclusions: exclusion.span };
}

function where(input: Plan, condition: () => Expr): Plan {
  const start = position;
  const predicate = condition();
  return { kind: 'where', input, predicate, columns: input.columns, span: since(start) };
}

/** Where the next expression of the rule stands, as if each were one character: literals are told apart by their places. */
let position = 0;

function place(): Span {
  return { start: position++, length: 1 };
}

function since(start: number): Span {
  return { start, length: position - start };
}

function literal(value: string): LiteralExpr {
  return literalExpr(value, 'string', place());
}

function column(name: string, type: ColumnExpr['type']): ColumnExpr {
  return columnExpr({ name, type }, place());
}

function text(name: string): ColumnExpr {
  return column(name, 'string');
}

function call(name: string, args: readonly Expr[]): CallExpr {
  return callExpr(name, args, 'bool', place());
}

function list(left: Expr, needles: readonly string[]): ListExpr {
  return { kind: 'list', type: 'bool', operator: 'has_any', left, list: needles.map(literal), span: place() };
}
