import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { type Answer, disagreement } from './compare-answers.ts';
import { type ConformanceCase, readCases, readPredicates } from './conformance-case.ts';
import scores from './scores.json' with { type: 'json' };

/** Answers that Kusto's own engine gave; beside the project where they are at all, for they are not the project's. */
const recordings = join(import.meta.dirname, '../../../shared/conformance');
const globals = makeGlobals(builtInTables);

async function failures(cases: readonly ConformanceCase[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id, query, ...expected } of cases) {
    const line = await answer(JSON.stringify({ id, query, now: '2024-01-01T00:00:00Z' }), globals);
    const why = disagreement({ id, query, ...expected }, JSON.parse(line) as Answer);
    if (why !== undefined) found.push(`${id}: ${why}`);
  }
  return found;
}

describe.skipIf(!existsSync(recordings))('answers as Kusto gave them (skipped without ../shared/conformance)', () => {
  test.each(Object.entries(scores))('%s', async (name, { agree, of }) => {
    const text = readFileSync(join(recordings, `${name}.jsonl`), 'utf8');
    const cases = name === 'has_measured' ? readPredicates(text) : readCases(text);
    const failed = await failures(cases);
    const agreed = cases.length - failed.length;
    const percent = ((100 * agreed) / cases.length).toFixed(1);
    console.log(`conformance ${name}: ${agreed} of ${cases.length} (${percent}%); recorded ${agree} of ${of}`);
    expect(agreed / cases.length, failed.join('\n')).toBeGreaterThanOrEqual(agree / of);
  });
});
