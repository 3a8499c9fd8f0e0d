import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { serializePlan } from '../plan/serialize.ts';
import { applyEdits } from '../rule/apply-edits.ts';
import { type ComposedQuery, composeQuery, type Segments, segmentNames } from '../rule/segments.ts';
import { builtInTables } from '../schema/catalogue.ts';
import type { Count } from '../tuning/counted-rows.ts';
import type { LabelVerdict } from '../tuning/label.ts';
import { EngineSession } from './engine-session.ts';
import type { EvaluateParams, Evaluation } from './protocol/evaluation.ts';
import type { RowsWindow } from './protocol/rows.ts';
import type { RuleVersion } from './protocol/tuning-methods.ts';
import type { View } from './protocol/view.ts';

const folder = 'public/rules/t1059-011-lua';
const globals = makeGlobals(builtInTables);
const context = { signal: new AbortController().signal, progress: (): void => {} };

let session: EngineSession;
let segments: Segments;

/** The shipped rule over its samples, with the labels that come with them. */
beforeAll(async () => {
  session = new EngineSession();
  const texts = segmentNames.map(async (name) => [name, await readFile(join(folder, `${name}.kql`), 'utf8')]);
  segments = Object.fromEntries(await Promise.all(texts)) as Segments;
  const labels = await readFile(join(folder, 'samples/labels.ndjson'), 'utf8');
  const imported = await session.handlers['import-labels']({ text: labels }, context);
  expect([imported.changes.length, imported.read === imported.notLoaded, imported.errors]).toEqual([0, true, []]);
  for (const name of await readdir(join(folder, 'samples'))) {
    if (name === 'labels.ndjson' || name === 'manifest.json') continue;
    const bytes = await readFile(join(folder, 'samples', name));
    await session.workspace.load(new File([new Uint8Array(bytes)], basename(name)));
  }
});

function versionOf({ text, spans }: ComposedQuery): RuleVersion {
  const { plan, diagnostics } = compile(text, globals);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  return { plan: serializePlan(plan), exclusions: spans.exclusions };
}

async function evaluate(query = composeQuery(segments)): Promise<Evaluation> {
  const params: EvaluateParams = { ...versionOf(query), clock: { kind: 'newest' } };
  return session.handlers.evaluate(params, context);
}

async function rowsOf(run: number, tab: View['tab'], view: Partial<View> = {}): Promise<RowsWindow> {
  const whole: View = { run, tab, sort: [], filters: [], search: '', ...view };
  return session.handlers.rows({ view: whole, start: 0, end: 5000 }, context);
}

describe('the samples’ labels', () => {
  it('wait for their rows, and give the rule its metrics', async () => {
    const { run, counts } = await evaluate();
    const metrics = await session.handlers.metrics({ run }, context);
    expect(metrics.all.unlabelled).toBe(0);
    expect(metrics.all.TP).toBe(56);
    expect(metrics.after.hits).toBe(counts.hits);
    expect(metrics.before.hits).toBe(counts.hits + counts.excluded);
    expect(metrics.tpHidden.part).toBe(0);
    expect(metrics.fpRemoved.part).toBe(counts.excluded);
    const { rows } = await rowsOf(run, 'hits');
    const labels = await session.handlers['row-labels'](
      { run, tab: 'hits', rows: rows.map(({ row }) => row) },
      context,
    );
    expect(labels.filter((label) => label?.verdict === 'TP').length).toBe(metrics.after.labels.TP);
  });

  it('are changed on a row or a selection, exported, read again, and undone', async () => {
    const { run } = await evaluate();
    const before = await session.handlers.metrics({ run }, context);
    const view: View = { run, tab: 'hits', sort: [], filters: [], search: '' };
    const changes = await session.handlers.label({ view, label: { verdict: 'unsure', note: 'look again' } }, context);
    const after = await session.handlers.metrics({ run }, context);
    expect(after.after.labels).toMatchObject({ TP: 0, FP: 0, unsure: before.after.hits });
    const text = await (await session.handlers['export-labels']({ run }, context)).text();
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBe((await session.handlers.labels(null, context)).length);
    expect(JSON.parse(lines[0])).toHaveProperty('event.DeviceName');
    const undo = changes.map(({ fingerprint, before: label }) => ({ fingerprint, label }));
    await session.handlers['set-labels']({ labels: undo }, context);
    expect(await session.handlers.metrics({ run }, context)).toEqual(before);
    expect((await session.handlers['import-labels']({ text }, context)).changes).toEqual([]);
  });
});

describe('a bulk label', () => {
  it('leaves each event its note, and is undone to what was before', async () => {
    const { run } = await evaluate();
    const before = await session.handlers.labels(null, context);
    const view: View = {
      run,
      tab: 'hits',
      sort: [],
      filters: [{ column: 'FileName', kind: 'text', contains: 'lua' }],
      search: '',
    };
    const { total } = await session.handlers.rows({ view, start: 0, end: 1 }, context);
    const changes = await session.handlers.label({ view, label: { verdict: 'unsure' } }, context);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThanOrEqual(total);
    expect(changes.some(({ before: label }) => (label?.note ?? '') !== '')).toBe(true);
    expect(changes.every(({ before: old, after }) => after?.note === (old?.note ?? ''))).toBe(true);
    const undo = changes.map(({ fingerprint, before: label }) => ({ fingerprint, label }));
    await session.handlers['set-labels']({ labels: undo }, context);
    expect(await session.handlers.labels(null, context)).toEqual(before);
  });
});

describe('an exclusion', () => {
  it('is proposed for a false positive, previewed, written, and then does what was said', async () => {
    const { run, counts } = await evaluate();
    const { rows } = await rowsOf(run, 'hits');
    const numbers = rows.map(({ row }) => row);
    const labels = await session.handlers['row-labels']({ run, rows: numbers }, context);
    const noise = numbers[labels.findIndex((label) => label?.verdict === 'FP')];
    const [best] = await session.handlers['exclusion-candidates']({ run, rows: [noise], limit: 5 }, context);
    expect(best.effect.tpHidden).toBe(0);
    const { conditions } = best;
    const preview = await session.handlers['preview-exclusion']({ run, conditions }, context);
    expect(preview.effect).toEqual(best.effect);
    const shown = await rowsOf(run, 'hits', { among: preview.rowSet });
    expect(shown.total).toBe(best.effect.rows);
    expect(shown.rows.map(({ row }) => row)).toContain(noise);
    const comment = { name: best.name, description: '', tags: {} };
    const edit = await session.handlers['write-exclusion'](
      { run, conditions, comment, text: segments.exclusions },
      context,
    );
    const exclusions = applyEdits(segments.exclusions, [edit]);
    const changed = await evaluate(composeQuery({ ...segments, exclusions }));
    expect(changed.counts.hits).toBe(counts.hits - best.effect.rows);
    expect(changed.exclusions.at(-1)?.removed).toBe(best.effect.rows);
  });

  it('that hides a labelled attack is refused without a reason', async () => {
    const { run } = await evaluate();
    const { rows } = await rowsOf(run, 'hits');
    const numbers = rows.map(({ row }) => row);
    const labels = await session.handlers['row-labels']({ run, rows: numbers }, context);
    const attack = numbers[labels.findIndex((label) => label?.verdict === 'TP')];
    const [{ conditions }] = await session.handlers['exclusion-candidates']({ run, rows: [attack], limit: 1 }, context);
    const write = (reason: string) =>
      session.handlers['write-exclusion'](
        { run, conditions, comment: { name: 'x', description: '', tags: { reason } }, text: '' },
        context,
      );
    await expect(write(' ')).rejects.toMatchObject({ diagnostic: { code: 'reason-needed' } });
    expect((await write('Test of the red team')).text).toContain('// @reason Test of the red team\n');
  });

  it('is suggested for the false positives that are left, and hides no attack', async () => {
    const { run } = await evaluate();
    const { after } = await session.handlers.metrics({ run }, context);
    const found = await session.handlers['suggest-exclusions']({ run }, context);
    expect(found.fpRemoved.whole).toBe(after.labels.FP);
    expect(found.exclusions.every(({ effect }) => effect.tpHidden === 0)).toBe(true);
    expect(found.fpRemoved.part).toBe(found.exclusions.reduce((sum, { covers }) => sum + covers, 0));
    expect(found.fpRemoved.part).toBeGreaterThan(0);
  });
});

describe('a number', () => {
  it('shows as many rows in the grid as it says', async () => {
    const { run, literals, exclusions } = await evaluate();
    const { patterns } = await session.handlers.impact({ run }, context);
    const shown = async (count: Count, verdict?: LabelVerdict): Promise<number> => {
      const asked = { run, count, ...(verdict && { verdict }) };
      const { rows, rowSet } = await session.handlers['counted-rows'](asked, context);
      expect((await rowsOf(run, 'all', { among: rowSet })).total).toBe(rows);
      return rows;
    };
    for (const { literal, hits, labels } of patterns.filter(({ role }) => role === 'pattern')) {
      const { rows, unique } = literals[literal];
      expect(await shown({ kind: 'literal', literal, part: 'rows' })).toBe(rows);
      expect(await shown({ kind: 'literal', literal, part: 'unique' })).toBe(unique);
      expect(await shown({ kind: 'literal', literal, part: 'hits' })).toBe(hits);
      expect(await shown({ kind: 'literal', literal, part: 'rows' }, 'FP')).toBe(labels.FP);
    }
    for (const [exclusion, { removed, alone }] of exclusions.entries()) {
      expect(await shown({ kind: 'exclusion', exclusion, part: 'removed' })).toBe(removed);
      expect(await shown({ kind: 'exclusion', exclusion, part: 'alone' })).toBe(alone);
    }
  });
});

describe('near misses and comparisons', () => {
  it('show rows in the grid, with what they missed by', async () => {
    const query = composeQuery(segments);
    const { run } = await evaluate(query);
    const report = await session.handlers['near-misses']({ run, text: query.text }, context);
    const { rows, total } = await rowsOf(run, 'all', { among: report.rowSet });
    expect(total).toBe(report.rows);
    const numbers = rows.map(({ row }) => row);
    const reasons = await session.handlers['near-miss-reasons']({ run, rows: numbers }, context);
    expect(reasons.every((list) => list.length > 0)).toBe(true);
    expect(report.groups.map(({ kind }) => kind)).toContain('exclusion');
    const sum = report.groups.map((_, i) => reasons.filter((list) => list.some(({ group }) => group === i)).length);
    expect(sum).toEqual(report.groups.map((group) => group.rows));
  });

  it('preview an edit, and say which edit caused each row', async () => {
    const base = composeQuery(segments);
    const { run } = await evaluate(base);
    const other = versionOf(composeQuery({ ...segments, patterns: segments.patterns.replace('    ".lua",\n', '') }));
    const difference = await session.handlers.compare({ run, other }, context);
    expect(difference.edits.map(({ title }) => title)).toEqual(['Literal `.lua` added']);
    const gained = await rowsOf(run, 'all', { among: difference.gained.rowSet });
    expect(gained.total).toBe(difference.gained.rows);
    expect(gained.total).toBeGreaterThan(0);
    const { metrics } = difference;
    expect(metrics.run.after.hits - metrics.other.after.hits).toBe(difference.gained.rows - difference.lost.rows);
  });

  it('tell each row as the two versions judge it, whatever else is compared meanwhile', async () => {
    const patterns = segments.patterns.replace('    ".lua",\n', '');
    const detection = segments.detection.replace('"luac")', '"luac", "nmap")');
    expect([patterns, detection]).not.toContain(segments.patterns);
    const [now, then] = [composeQuery(segments), composeQuery({ ...segments, patterns, detection })];
    const hitsOf = async (query: ComposedQuery): Promise<ReadonlySet<number>> =>
      new Set((await rowsOf((await evaluate(query)).run, 'hits')).rows.map(({ row }) => row));
    const older = await hitsOf(then);
    const newer = await hitsOf(now);
    const { run } = await evaluate(now);
    const { comparison, edits } = await session.handlers.compare({ run, other: versionOf(then) }, context);
    await session.handlers.compare({ run, other: versionOf(composeQuery({ ...segments, patterns })) }, context);
    const rows = (await rowsOf(run, 'all')).rows.map(({ row }) => row);
    const changes = await session.handlers['row-changes']({ run, comparison, rows }, context);
    const found = new Set<string>();
    for (const [i, { change, edits: causes }] of changes.entries()) {
      const [is, was] = [newer.has(rows[i]), older.has(rows[i])];
      expect(change).toBe(is === was ? 'none' : is ? 'gained' : 'lost');
      expect(causes.length === 0).toBe(change === 'none');
      for (const cause of causes) found.add(`${change}: ${edits[cause].title}`);
    }
    expect([...found].sort()).toEqual(['gained: Literal `.lua` added', 'lost: Literal `nmap` removed']);
    const strange = session.handlers['row-changes']({ run, comparison: 9999, rows }, context);
    await expect(strange).rejects.toMatchObject({ diagnostic: { code: 'not-compared' } });
  });

  it('refuse another table, and rows that are no longer there', async () => {
    const { run } = await evaluate();
    const other = versionOf(composeQuery({ patterns: '', detection: 'DeviceFileEvents', exclusions: '', output: '' }));
    await expect(session.handlers.compare({ run, other }, context)).rejects.toMatchObject({
      diagnostic: { code: 'other-table' },
    });
    await expect(rowsOf(run, 'all', { among: 99_999 })).rejects.toMatchObject({ diagnostic: { code: 'stale-rows' } });
  });
});

describe('a hit’s process tree', () => {
  it('shows the loaded processes with what the rule says of each', async () => {
    const { run } = await evaluate();
    const { rows } = await rowsOf(run, 'hits', { search: 'smile_funs' });
    const tree = await session.handlers['process-tree']({ run, row: rows[0].row }, context);
    if (tree === null) throw new Error('no tree');
    const focus = tree.nodes[tree.focus];
    expect(focus).toMatchObject({ row: rows[0].row, verdict: { kind: 'hit' }, label: { verdict: 'TP' } });
    expect(tree.nodes.map(({ fileName }) => fileName.toLowerCase())).toContain('winword.exe');
    expect(tree.deviceName).toContain('corvid.example');
  });
});

describe('a view by labels', () => {
  const labelsOf = async (run: number, { rows }: RowsWindow): Promise<readonly string[]> => {
    const found = await session.handlers['row-labels']({ run, tab: 'all', rows: rows.map(({ row }) => row) }, context);
    return found.map((label) => label?.verdict ?? '');
  };

  it('has the rows whose label it keeps, in every tab, and sorts them by it', async () => {
    const { run } = await evaluate();
    for (const tab of ['hits', 'excluded', 'all'] as const) {
      const every = await rowsOf(run, tab);
      const labels = await labelsOf(run, every);
      for (const verdict of ['TP', 'FP', 'unsure', '']) {
        const filter = { column: '#label', kind: 'values', values: [verdict] } as const;
        const kept = (await rowsOf(run, tab, { filters: [filter] })).rows.map(({ row }) => row);
        const left = (await rowsOf(run, tab, { filters: [{ ...filter, not: true }] })).rows.map(({ row }) => row);
        expect(kept).toEqual(every.rows.filter((_, i) => labels[i] === verdict).map(({ row }) => row));
        expect(left).toEqual(every.rows.filter((_, i) => labels[i] !== verdict).map(({ row }) => row));
      }
      for (const descending of [false, true]) {
        const sorted = await rowsOf(run, tab, { sort: [{ column: '#label', descending }] });
        const order = descending ? ['', 'unsure', 'FP', 'TP'] : ['TP', 'FP', 'unsure', ''];
        const expected = order.flatMap((verdict) => every.rows.filter((_, i) => labels[i] === verdict));
        expect(sorted.rows.map(({ row }) => row)).toEqual(expected.map(({ row }) => row));
      }
    }
  });

  it('counts the labels as a facet, and another label changes both', async () => {
    const { run } = await evaluate();
    const view: View = { run, tab: 'hits', sort: [], filters: [], search: '' };
    const facet = async () =>
      (await session.handlers.facets({ view, columns: ['#label'], limit: 8 }, context))[0].values;
    const labels = await labelsOf(run, await rowsOf(run, 'hits'));
    const counted = (verdict: string): number => labels.filter((label) => label === verdict).length;
    const before = await facet();
    expect(before).toEqual([
      { text: 'TP', rows: counted('TP') },
      { text: 'FP', rows: counted('FP') },
    ]);
    const filters = [{ column: '#label', kind: 'values', values: ['unsure'] } as const];
    expect((await rowsOf(run, 'hits', { filters })).total).toBe(0);
    const [{ row }] = (await rowsOf(run, 'hits')).rows;
    const changes = await session.handlers.label({ view, rows: [row], label: { verdict: 'unsure' } }, context);
    expect((await rowsOf(run, 'hits', { filters })).rows.map((found) => found.row)).toContain(row);
    expect((await facet()).map(({ text }) => text)).toContain('unsure');
    const labelsBefore = changes.map(({ fingerprint, before: label }) => ({ fingerprint, label }));
    await session.handlers['set-labels']({ labels: labelsBefore }, context);
    expect(await facet()).toEqual(before);
  });
});
