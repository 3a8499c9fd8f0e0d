import type { EngineMethods } from '../../rule-engine/index.ts';
import { type Client, createClient } from './client.ts';

/** The engine worker: it holds the loaded tables and runs plans. Starts with this module, before all that is heavy. */
export const engine: Client<EngineMethods> = createClient<EngineMethods>(
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
);
