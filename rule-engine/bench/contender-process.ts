import { createHash } from 'node:crypto';
import { messageOf } from '../base/error-message.ts';
import type { CompiledQuery } from './compiled-query.ts';
import type { Contender, Superseding } from './contender.ts';
import type { ContenderName, Step, StepResult } from './steps.ts';

/** The plan that came with the step at hand. */
let compiled: CompiledQuery | undefined;

const makers: Readonly<Record<ContenderName, () => Promise<Contender>>> = {
  penumbra: async () => {
    const { Penumbra } = await import('./contenders/penumbra.ts');
    const { warmUp } = await import('../session/warm-up.ts');
    // As the page's worker does while it waits for its first file.
    await warmUp(new AbortController().signal);
    return new Penumbra(() => compiled!);
  },
  js: async () => new (await import('./contenders/plain-javascript.ts')).PlainJavaScript(),
  'duckdb-wasm': async () => new (await import('./contenders/duckdb-wasm.ts')).DuckDbWasm(),
  'duckdb-native': async () => new (await import('./contenders/duckdb-native.ts')).DuckDbNative(),
  arquero: async () => new (await import('./contenders/arquero.ts')).Arquero(),
};

async function run(contender: Contender, step: Step): Promise<string> {
  switch (step.kind) {
    case 'ingest':
      await contender.ingest(step.path);
      return '';
    case 'evaluate': {
      const { count, shown } = await contender.evaluate(step.rule);
      return `${count} hits, ${shown} shown`;
    }
    case 'counts': {
      const { count, shown } = await contender.evaluate(step.rule);
      return `${count} hits, ${shown} shown, of patterns ${(await contender.countPatterns(step.rule)).join(' ')}`;
    }
    case 'hits':
      return digest(await contender.hits(step.rule));
    case 'summarize':
      return digest(await contender.summarize(step.rule));
    case 'needle':
      return `${await contender.countNeedle(step.needle)} rows`;
    case 'supersede':
      return String(await (contender as Contender & Superseding).supersede(step.older, step.compiled));
  }
}

/** The number of lines and a hash of them all, in whatever order they come. */
function digest(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of [...lines].sort()) hash.update(`${line}\n`);
  return `${lines.length} lines ${hash.digest('hex').slice(0, 16)}`;
}

async function timed(contender: Contender, step: Step): Promise<StepResult> {
  compiled = 'compiled' in step ? step.compiled : undefined;
  const processor = process.cpuUsage();
  const started = performance.now();
  let answer = '';
  let failure: string | undefined;
  try {
    answer = await run(contender, step);
  } catch (error) {
    failure = messageOf(error);
  }
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(processor);
  return {
    milliseconds,
    processorMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    answer,
    ...(failure !== undefined && { failure }),
  };
}

const contender = await makers[process.argv[2] as ContenderName]();
process.on('message', async (step: Step) => {
  process.send!(await timed(contender, step));
});
process.on('disconnect', () => process.exit());
process.send!('ready');
