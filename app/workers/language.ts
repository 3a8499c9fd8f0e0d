import type { LanguageMethods } from '../../rule-engine/index.ts';
import { createLastingClient, type LastingClient, type StartedWorker } from './lasting-client.ts';
import { WorkerClient } from './worker-client.ts';

let client: LastingClient<LanguageMethods> | undefined;

/**
 * The language worker's client; the first call starts the worker. Microsoft's service takes seconds of CPU to load, so
 * the first call belongs after the first hits are on screen. Requests made before it is ready wait in the worker.
 */
export function languageClient(): LastingClient<LanguageMethods> {
  client ??= createLastingClient<LanguageMethods, 'tables'>(startWorker, 'tables');
  return client;
}

function startWorker(): StartedWorker<LanguageMethods> {
  const worker = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module', name: 'language' });
  const started = new WorkerClient<LanguageMethods>(worker, undefined, {
    name: 'The language service',
    onSilence: (isSilent) => {
      if (isSilent) started.giveUp('It gave no answer');
    },
  });
  return { client: started, end: () => worker.terminate() };
}

/** True once something has started the language worker. */
export function isLanguageStarted(): boolean {
  return client !== undefined;
}
