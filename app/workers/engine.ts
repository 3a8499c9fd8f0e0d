import type { Client } from './client.ts';
import type { EngineWorkerMethods } from './engine-methods.ts';
import { WorkerClient } from './worker-client.ts';

let tellSilence: (isSilent: boolean) => void = () => undefined;

/** The engine worker: it holds the loaded tables and runs plans. Starts with this module, before all that is heavy. */
export const engine: Client<EngineWorkerMethods> = new WorkerClient<EngineWorkerMethods>(
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  // Behind what this task asks of the frame: while the editor paints its letter there, the engine gets on.
  (run) => queueMicrotask(() => requestAnimationFrame(run)),
  { name: 'The engine', onSilence: (isSilent) => tellSilence(isSilent) },
);

/** Tells when the engine owes an answer and gives no sign of life for long, and when it gives one again. */
export function followEngineSilence(listener: (isSilent: boolean) => void): void {
  tellSilence = listener;
}
