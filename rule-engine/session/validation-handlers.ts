import { makeCheckpoint } from '../base/checkpoint.ts';
import { columnsByRows } from '../executor/evaluate.ts';
import { clockTicks } from '../ingest/evaluation-clock.ts';
import type { SourceFile } from '../ingest/load-source.ts';
import type { Compilation } from '../kusto/compile.ts';
import { deserializePlan } from '../plan/read-plan.ts';
import { runTest } from '../validation/run-tests.ts';
import { SampleFiles } from '../validation/sample-files.ts';
import type { CompiledText } from './protocol/language-methods.ts';
import type { TestFiles, ValidationMethods } from './protocol/validation-methods.ts';
import type { Handlers } from './serve.ts';

/** The methods that run a rule's own tests. Samples stay loaded, so that only the first run waits for them. */
export function validationHandlers(): Handlers<ValidationMethods> {
  const known = new Map<string, SourceFile>();
  const samples = new SampleFiles(async (path) => {
    const file = known.get(path);
    if (file === undefined) throw new Error(`${path} is missing`);
    return file;
  });
  const take = (files: TestFiles): void => {
    for (const [path, file] of files) known.set(path, file);
  };

  return {
    'run-test': async ({ segments, test, labels, files, compiled }, { signal }) => {
      take(files);
      const result = await runTest(segments, test, labels, {
        samples,
        compile: (text) => compilationOf(compiled.get(text)),
        checkpoint: makeCheckpoint(signal),
      });
      signal.throwIfAborted();
      return result;
    },
    'test-columns': async ({ test, files, plan }, { signal }) => {
      take(files);
      const { workspace } = await samples.tablesOf(test.samples);
      const now = clockTicks(test.clock, workspace.newestEvent());
      return (
        (await columnsByRows(deserializePlan(plan), {
          catalogue: workspace,
          now,
          checkpoint: makeCheckpoint(signal),
        })) ?? null
      );
    },
  };
}

function compilationOf(compiled: Pick<CompiledText, 'plan' | 'diagnostics'> | undefined): Compilation {
  const { plan, diagnostics = [] } = compiled ?? {};
  return { plan: plan === undefined ? undefined : deserializePlan(plan), diagnostics };
}
