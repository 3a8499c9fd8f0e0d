import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tableFromRows } from '../columnar/table-builder.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { serializePlan } from '../plan/serialize.ts';
import type { ColumnSchema, TableSchema } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { EngineSession } from './engine-session.ts';
import type { EvaluatedRows, EvaluateParams, Evaluation } from './protocol/evaluation.ts';
import type { View } from './protocol/view.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'Timestamp', type: 'datetime' },
  { name: 'FileName', type: 'string' },
  { name: 'ProcessCommandLine', type: 'string' },
  { name: 'FileSize', type: 'long' },
];
const events: TableSchema = { name: 'ProcessLog', columns };

const rows: readonly (readonly [time: string, file: string, command: string, size: bigint | null])[] = [
  ['2026-01-01T10:00:00Z', 'lua.exe', 'lua.exe -e os.execute("id")', 10n],
  ['2026-01-01T11:00:00Z', 'cmd.exe', 'cmd /c whoami', null],
  ['2026-01-01T12:00:00Z', 'nginx', 'nginx -c lua.conf', 30n],
  ['2026-01-01T13:00:00Z', 'lua5.4', 'lua5.4 build.lua', 40n],
  ['2026-01-01T14:00:00Z', 'perl', 'perl resty os.execute(1)', 50n],
];

const detection =
  'ProcessLog\n| where Timestamp > ago(24h)\n| where FileName has "lua" or ProcessCommandLine has_any ("os.execute(", "lua")\n';
const exclusions = '| where not(FileName == "nginx")\n| where not(FileName in ("perl", "nginx"))\n';
const output =
  '| extend OsExec = ProcessCommandLine has_any ("os.execute(")\n| project Timestamp, FileName, ProcessCommandLine, OsExec\n| sort by Timestamp desc';

afterEach(() => void vi.restoreAllMocks());

const context = { signal: new AbortController().signal, progress: (): never => undefined as never };

let session: EngineSession;

beforeEach(() => {
  session = new EngineSession();
  const table = tableFromRows(
    columns,
    rows.map(([time, ...rest]): Scalar[] => [parseDatetime(time) ?? null, ...rest]),
  );
  session.workspace.add({
    byteLength: 0,
    report: {
      id: 0,
      name: 'log.csv',
      bytes: 0,
      format: 'csv',
      formatTitle: 'CSV',
      formatReason: '',
      containers: [],
      records: rows.length,
      tables: [
        {
          table: 'ProcessLog',
          mapping: 'none',
          mappingTitle: 'None',
          rows: rows.length,
          timeRange: undefined,
          columns: columns.slice(0, 3).map(({ name, type }) => ({ name, type, filled: rows.length, from: name })),
          missing: [],
          leftover: [],
        },
      ],
      errors: [],
      errorCount: 0,
      milliseconds: 0,
      cancelled: false,
      alternatives: { formats: [], mappings: [] },
    },
    tables: [{ name: 'ProcessLog', table }],
  });
});

const globals = makeGlobals([events, { name: 'EmptyLog', columns }]);

function params(text: string, start = 0, length = 0, tables = globals): EvaluateParams {
  const { plan, diagnostics } = compile(text, tables);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  return { plan: serializePlan(plan), exclusions: { start, length }, clock: { kind: 'newest' } };
}

function rule(): EvaluateParams {
  return params(detection + exclusions + output, detection.length, exclusions.length);
}

async function evaluate(request = rule()): Promise<Evaluation> {
  return session.handlers.evaluate(request, context);
}

/** An evaluation and what was told before it was counted. */
async function found(request: EvaluateParams): Promise<EvaluatedRows & { readonly evaluation: Evaluation }> {
  const told: EvaluatedRows[] = [];
  const progress = (rows: EvaluatedRows): void => void told.push(rows);
  const evaluation = await session.handlers.evaluate(request, { ...context, progress });
  expect(told.length).toBe(1);
  return { ...told[0], evaluation };
}

async function window(view: Partial<View> & Pick<View, 'run' | 'tab'>, start = 0, end = 100) {
  return session.handlers.rows({ view: { sort: [], filters: [], search: '', ...view }, start, end }, context);
}

describe('an evaluation', () => {
  it('counts hits, excluded and all rows, and each step', async () => {
    const { counts, steps, traceable } = await evaluate();
    expect(counts).toEqual({ hits: 2, excluded: 2, all: 5 });
    expect(steps.map(({ rowsIn, rowsOut }) => [rowsIn, rowsOut])).toEqual([
      [5, 5],
      [5, 4],
      [4, 3],
      [3, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(traceable).toBe(true);
  });

  it('counts what each exclusion removes in its place and alone', async () => {
    expect((await evaluate()).exclusions.map(({ removed, alone }) => [removed, alone])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it('counts literals where they stand in the text', async () => {
    const { literals } = await evaluate();
    const text = detection + exclusions + output;
    expect(
      literals.map(({ span, rows: matched, unique }) => [
        text.slice(span.start, span.start + span.length),
        matched,
        unique,
      ]),
    ).toEqual([
      ['"lua"', 1, 0],
      ['"os.execute("', 2, 1],
      ['"lua"', 3, 2],
      ['"nginx"', 1, 1],
      ['"perl"', 1, 1],
      ['"nginx"', 0, 0],
      ['"os.execute("', 1, 1],
    ]);
  });

  it('counts literals of columns that no file has', async () => {
    const withParent = makeGlobals([{ name: 'ProcessLog', columns: [...columns, { name: 'Parent', type: 'string' }] }]);
    const text = 'ProcessLog | where Parent =~ "cmd" or not(Parent has_any ("lua", "os"))';
    const { literals } = await evaluate(params(text, 0, 0, withParent));
    expect(literals.map(({ text, rows, unique }) => [text, rows, unique])).toEqual([
      ['cmd', 0, 0],
      ['lua', 0, 0],
      ['os', 0, 0],
    ]);
  });

  it('tells of no literal that it matches nothing where there are no events', async () => {
    const text = 'EmptyLog | where FileName =~ "cmd" or not(ProcessCommandLine has_any ("lua", "os"))';
    expect((await evaluate(params(text))).literals).toEqual([]);
  });

  it('counts flags among the hits', async () => {
    expect((await evaluate()).flags).toEqual([{ column: 'OsExec', hits: 1 }]);
  });

  it('tells the rows that are asked for with it before it is counted', async () => {
    const view: Omit<View, 'run' | 'among'> = { tab: 'hits', sort: [], filters: [], search: '' };
    const { run, window, columns, evaluation } = await found({ ...rule(), rows: { view, start: 0, end: 2 } });
    expect([run, columns]).toEqual([evaluation.run, evaluation.columns]);
    expect(window?.view).toEqual({ ...view, run });
    expect(window?.rows.rows.length).toBe(2);
    expect(window?.rows).toEqual(await session.handlers.rows({ view: { ...view, run }, start: 0, end: 2 }, context));
    expect((await found(rule())).window).toBeUndefined();
  });

  it('keeps the rows of an evaluation that a newer one ends before it is counted', async () => {
    let run = 0;
    let newer: Promise<Evaluation> | undefined;
    const progress = (rows: EvaluatedRows): void => {
      run = rows.run;
      newer = evaluate();
    };
    await expect(session.handlers.evaluate(rule(), { ...context, progress })).rejects.toThrow(/abort/i);
    expect((await newer)?.run).toBe(run + 1);
    const view: View = { run, tab: 'hits', sort: [], filters: [], search: '' };
    expect((await session.handlers.rows({ view, start: 0, end: 2 }, context)).rows.length).toBe(2);
  });

  it('keeps the rows of the last one that was counted, however many are stopped after it', async () => {
    const { run } = await evaluate();
    for (let i = 0; i < 4; i++) {
      const controller = new AbortController();
      const stopped = { signal: controller.signal, progress: () => controller.abort() };
      await expect(session.handlers.evaluate(rule(), stopped)).rejects.toThrow(/abort/i);
    }
    expect((await window({ run, tab: 'hits' })).rows.length).toBe(2);
  });

  it('takes no time for the files that are joined before it', async () => {
    let joining = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + joining);
    const newest = session.workspace.newestEvent.bind(session.workspace);
    vi.spyOn(session.workspace, 'newestEvent').mockImplementation(() => {
      joining = 3_600_000;
      return newest();
    });
    expect((await evaluate()).milliseconds).toBeLessThan(joining);
  });

  it('names the rows that the page has from a run before', async () => {
    const rows = { view: { tab: 'hits', sort: [], filters: [], search: '' } as const, start: 0, end: 2 };
    const { run, window } = await found({ ...rule(), rows });
    const known = window?.rows.rows.map((row) => (typeof row === 'number' ? Number.NaN : row.row));
    const again = await found({ ...rule(), rows: { ...rows, known: run } });
    expect(again.window?.rows.rows).toEqual(known);
    expect((await found({ ...rule(), rows: { ...rows, known: 4711 } })).window?.rows).toEqual(window?.rows);
  });

  it('says which columns the rule reads in vain, and which tables have no events', async () => {
    const vain = await evaluate(params('ProcessLog | where FileSize > 1 and FileName has "x"'));
    expect(vain.notices.map(({ message }) => message)).toEqual([
      'This rule needs 2 columns of ProcessLog: 1 filled, 1 missing (FileSize)',
    ]);
    const none = await evaluate(params('EmptyLog | where FileName has "x"'));
    expect(none.notices.map(({ code }) => code)).toEqual(['no-events']);
    expect(none.counts).toEqual({ hits: 0, excluded: 0, all: 0 });
  });

  it('reads the clock one tick past the newest event, or as it is told', async () => {
    expect((await evaluate()).now).toBe('2026-01-01T14:00:00.0000001Z');
    const later = { ...rule(), clock: { kind: 'at' as const, iso: '2026-01-02T12:30:00Z' } };
    expect((await evaluate(later)).counts.hits).toBe(1);
  });

  it('is cancelled by a newer one', async () => {
    const first = session.handlers.evaluate(rule(), context);
    const second = session.handlers.evaluate(rule(), context);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).counts.hits).toBe(2);
  });

  it('gives the same answers for an exclusion that is taken away and put back', async () => {
    const whole = await evaluate();
    const without = await evaluate(params(detection + output));
    expect(without.counts.hits).toBe(4);
    expect((await evaluate()).literals).toEqual(whole.literals);
  });
});

describe('windows of rows', () => {
  it('show hits with the columns of the result, in its order, and marks', async () => {
    const { run, literals } = await evaluate();
    const { columns: shown, rows: hits, total } = await window({ run, tab: 'hits' });
    expect(shown.map(({ name }) => name)).toEqual(['Timestamp', 'FileName', 'ProcessCommandLine', 'OsExec']);
    expect(total).toBe(2);
    expect(hits.map(({ row }) => row)).toEqual([3, 0]);
    const marks = hits[1].cells[2].marks ?? [];
    expect(
      marks.map(({ span, literal }) => [span.start, span.length, literals.find(({ id }) => id === literal)?.text]),
    ).toEqual([
      [11, 11, 'os.execute('],
      [11, 11, 'os.execute('],
      [0, 3, 'lua'],
    ]);
  });

  it('show excluded rows with their exclusion and their flags', async () => {
    const { run } = await evaluate();
    const { columns: shown, rows: excluded } = await window({ run, tab: 'excluded' });
    expect(excluded.map(({ row, verdict }) => [row, verdict])).toEqual([
      [2, { kind: 'excluded', exclusion: 0 }],
      [4, { kind: 'excluded', exclusion: 1 }],
    ]);
    const flag = shown.findIndex(({ name }) => name === 'OsExec');
    expect(excluded.map(({ cells }) => cells[flag].text)).toEqual(['False', 'True']);
    expect(shown.map(({ name }) => name)).toContain('FileSize');
  });

  it('show all rows with their verdicts, sorted with nulls where Kusto has them', async () => {
    const { run } = await evaluate();
    const sort = [{ column: 'FileSize', descending: false }];
    const { rows: all } = await window({ run, tab: 'all', sort });
    expect(all.map(({ row, verdict }) => [row, verdict.kind])).toEqual([
      [1, 'no match'],
      [0, 'hit'],
      [2, 'excluded'],
      [3, 'hit'],
      [4, 'excluded'],
    ]);
    const window2 = await window({ run, tab: 'all', sort: [{ column: 'FileSize', descending: true }] }, 1, 3);
    expect([window2.start, window2.total, window2.rows.map(({ row }) => row)]).toEqual([1, 5, [3, 2]]);
  });

  it('keep what the filters and the search keep', async () => {
    const { run } = await evaluate();
    const kept = async (view: Partial<View>) => (await window({ run, tab: 'all', ...view })).rows.map(({ row }) => row);
    expect(await kept({ search: 'LUA' })).toEqual([0, 2, 3]);
    expect(await kept({ search: '2026-01-01T13' })).toEqual([3]);
    expect(await kept({ filters: [{ column: 'FileName', kind: 'text', contains: 'EXE' }] })).toEqual([0, 1]);
    expect(await kept({ filters: [{ column: 'FileName', kind: 'values', values: ['perl', 'nginx'] }] })).toEqual([
      2, 4,
    ]);
    expect(
      await kept({ filters: [{ column: 'FileName', kind: 'values', values: ['perl', 'nginx'], not: true }] }),
    ).toEqual([0, 1, 3]);
    expect(await kept({ filters: [{ column: 'FileSize', kind: 'range', from: '30', to: '45' }] })).toEqual([2, 3]);
    expect(
      await kept({ filters: [{ column: 'Timestamp', kind: 'range', from: '2026-01-01T13:00:00Z' }], search: 'perl' }),
    ).toEqual([4]);
  });

  it('of a replaced run are refused by name', async () => {
    const { run } = await evaluate();
    for (let i = 0; i < 3; i++) await evaluate();
    await expect(window({ run, tab: 'hits' })).rejects.toMatchObject({ diagnostic: { code: 'stale-run' } });
  });

  it('of a summary have no origin, while all rows keep their verdicts', async () => {
    const { run, traceable, counts } = await evaluate(
      params(`${detection}${exclusions}| summarize count() by FileName`, detection.length, exclusions.length),
    );
    expect([traceable, counts]).toEqual([false, { hits: 2, excluded: 2, all: 5 }]);
    expect((await window({ run, tab: 'hits' })).rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['lua.exe', '1'],
      ['lua5.4', '1'],
    ]);
    const all = await window({ run, tab: 'all' });
    expect(all.rows.map(({ verdict }) => verdict.kind)).toEqual(['hit', 'no match', 'excluded', 'hit', 'excluded']);
  });
});

describe('facets', () => {
  it('count values among the rows of the view, most frequent first', async () => {
    const { run } = await evaluate();
    const view: View = { run, tab: 'all', sort: [], filters: [], search: 'lua' };
    const facets = await session.handlers.facets({ view, columns: ['OsExec', 'FileSize'], limit: 2 }, context);
    expect(facets).toEqual([
      {
        column: 'OsExec',
        distinct: 2,
        values: [
          { text: 'False', rows: 2 },
          { text: 'True', rows: 1 },
        ],
      },
      {
        column: 'FileSize',
        distinct: 3,
        values: [
          { text: '10', rows: 1 },
          { text: '30', rows: 1 },
        ],
      },
    ]);
  });
});

describe('the detail of a row', () => {
  it('has every column, the source and the evidence up to the step that dropped it', async () => {
    const { run } = await evaluate();
    const detail = await session.handlers.detail({ run, tab: 'all', row: 2 }, context);
    expect([detail.table, detail.source, detail.verdict]).toEqual([
      'ProcessLog',
      'log.csv',
      { kind: 'excluded', exclusion: 0 },
    ]);
    expect(detail.columns.map(({ name, computed }) => [name, computed])).toEqual([
      ['Timestamp', false],
      ['FileName', false],
      ['ProcessCommandLine', false],
      ['FileSize', false],
      ['OsExec', true],
    ]);
    expect(detail.evidence.map(({ verdict }) => verdict)).toEqual([true, true, false]);
    const [file, command] = detail.evidence[1].condition.children;
    expect([file.column, file.value, file.verdict]).toEqual(['FileName', 'nginx', false]);
    expect(command.matches?.map(({ text, at }) => [text, at])).toEqual([['lua', { start: 9, length: 3 }]]);
  });
});

describe('export', () => {
  it('writes each format', async () => {
    const { run } = await evaluate();
    const view: View = { run, tab: 'all', sort: [], filters: [], search: 'os.execute' };
    const written = async (format: 'csv' | 'ndjson' | 'markdown' | 'datatable', ids?: readonly number[]) => {
      const request = { view, format, columns: ['ProcessCommandLine', 'FileSize'], ...(ids && { rows: ids }) };
      return (await session.handlers.export(request, context)).text();
    };
    expect(await written('csv')).toBe(
      'ProcessCommandLine,FileSize\r\n"lua.exe -e os.execute(""id"")",10\r\nperl resty os.execute(1),50\r\n',
    );
    expect(await written('ndjson', [4])).toBe('{"ProcessCommandLine":"perl resty os.execute(1)","FileSize":50}\n');
    expect(await written('markdown', [4])).toBe(
      '| ProcessCommandLine | FileSize |\n| --- | --- |\n| perl resty os.execute(1) | 50 |\n',
    );
    expect(await written('datatable')).toBe(
      'datatable(ProcessCommandLine: string, FileSize: long) [\n' +
        '  "lua.exe -e os.execute(\\"id\\")", long(10),\n  "perl resty os.execute(1)", long(50)\n]\n',
    );
  });
});
