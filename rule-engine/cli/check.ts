import { readFile } from 'node:fs/promises';
import { NOWHERE, type Span } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkSupport } from '../executor/plan-support.ts';
import { compile } from '../kusto/compile.ts';
import { type Globals, makeGlobals } from '../kusto/globals.ts';
import { queriesOf } from '../rule/several-queries.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { errorText } from './error-text.ts';

/**
 * `penumbra check FILE...`: what is wrong with each query, as JSON lines. Gives the exit code: 0, 1 when a file has an
 * error, 2 when called wrongly.
 */
export async function check(
  files: readonly string[],
  write: (text: string) => void = (text) => process.stdout.write(text),
): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('Usage: penumbra check FILE...\n');
    return 2;
  }
  const globals = makeGlobals(builtInTables);
  let failed = false;
  for (const file of files) {
    let text = '';
    let failure: Diagnostic | undefined;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      failure = unreadable(errorText(error, file));
    }
    const diagnostics = failure === undefined ? await checkText(text, globals) : [failure];
    for (const diagnostic of diagnostics) write(`${JSON.stringify(lineOf(file, text, diagnostic))}\n`);
    failed ||= diagnostics.some(({ severity }) => severity === 'error');
  }
  return failed ? 1 : 0;
}

/** Of a text that holds several queries each is checked, and what is none between them is told. */
async function checkText(text: string, globals: Globals): Promise<readonly Diagnostic[]> {
  const { queries, others } = queriesOf(text);
  const found: Diagnostic[] = [];
  for (const { start, length } of queries) {
    const { diagnostics } = await checkSupport(compile(text.slice(start, start + length), globals));
    for (const { span, ...diagnostic } of diagnostics) {
      found.push({ ...diagnostic, span: { start: start + span.start, length: span.length } });
    }
  }
  return [...found, ...others.map((span) => noQuery(text, span))].sort((a, b) => a.span.start - b.span.start);
}

/** Notes in plain words are left out; what has steps is a query that does not parse. */
function noQuery(text: string, span: Span): Diagnostic {
  const hasSteps = /^\s*\|\s*[a-z]/m.test(text.slice(span.start, span.start + span.length));
  return { code: 'no-query', severity: hasSteps ? 'error' : 'warning', span, message: 'This is no query' };
}

function unreadable(message: string): Diagnostic {
  return { code: 'unreadable', severity: 'error', span: NOWHERE, message };
}

function lineOf(file: string, text: string, { code, severity, span, message }: Diagnostic) {
  const before = text.slice(0, span.start).split('\n');
  return { file, code, severity, line: before.length, column: before[before.length - 1].length + 1, message };
}
