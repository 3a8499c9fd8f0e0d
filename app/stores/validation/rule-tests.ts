import {
  bindInSteps,
  type CompiledText,
  type RuleTest,
  type Segments,
  type TestResult,
  type TestSuite,
  testedTexts,
} from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import type { RuleDescription } from '../rule/rule-description.ts';

/** The rule's text can't be tested for an error in it. */
export class TextError extends Error {}

/**
 * Runs the tests of a rule over a text, one after another, in the engine worker and over tables of their own; each
 * result is told as it comes. Rejects with a `TextError`, or where a sample can't be fetched, or with `cancelled`.
 */
export async function runRuleTests(
  { folder }: Pick<RuleDescription, 'folder'>,
  suite: TestSuite,
  segments: Segments,
  signal: AbortSignal,
  onResult: (result: TestResult) => void,
): Promise<void> {
  const compileText = await textCompiler(signal);
  for (const test of suite.tests) {
    const paths = suite.labels === undefined ? test.samples : [...test.samples, suite.labels];
    const addresses = paths.map((path) => `${folder}${path}`);
    const files = new Map(
      await Promise.all(addresses.map(async (address) => [address, await fileAt(address)] as const)),
    );
    const placed = { ...test, samples: test.samples.map((path) => `${folder}${path}`) };
    const { query, asserted } = testedTexts(segments, test);
    const compiled = new Map<string, CompiledText>();
    for (const text of asserted === undefined ? [query] : [query, asserted]) {
      compiled.set(text, await compileText(text, placed, files));
      refuseFaulty(compiled.get(query));
    }
    const labels = suite.labels === undefined ? undefined : `${folder}${suite.labels}`;
    onResult(await engine.request('run-test', { segments, test: placed, labels, files, compiled }, { signal }));
  }
}

type TextCompiler = (text: string, test: RuleTest, files: ReadonlyMap<string, File>) => Promise<CompiledText>;

/** Compiles texts, each once unless its columns depend on the rows of the test. */
async function textCompiler(signal: AbortSignal): Promise<TextCompiler> {
  const { languageClient } = await import('../../workers/language.ts');
  const language = languageClient();
  const known = new Map<string, Promise<CompiledText>>();
  const first = (text: string): Promise<CompiledText> => {
    const result = known.get(text) ?? language.request('compile', { text }, { signal });
    known.set(text, result);
    return result;
  };
  return (text, test, files) =>
    bindInSteps(
      (found) => (found === undefined ? first(text) : language.request('compile', { text, found }, { signal })),
      async (plan) => (await engine.request('test-columns', { test, files, plan }, { signal })) ?? undefined,
    );
}

function refuseFaulty(result: CompiledText | undefined): void {
  const error = result?.diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new TextError(error.message);
}

const files = new Map<string, Promise<File>>();

/** A file of the rule's folder, fetched once. */
function fileAt(address: string): Promise<File> {
  const known = files.get(address);
  if (known) return known;
  const file = fetchFile(address);
  files.set(address, file);
  file.catch(() => files.delete(address));
  return file;
}

async function fetchFile(address: string): Promise<File> {
  const name = address.replace(/^.*\//, '');
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw new Error(`${name} could not be fetched`);
  return new File([await response.blob()], name);
}
