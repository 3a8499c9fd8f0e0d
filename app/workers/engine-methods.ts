import type { EngineMethods } from '../../rule-engine/index.ts';

/** What the page asks the engine worker for: the engine's methods, and what is the worker's own. */
export interface EngineWorkerMethods extends EngineMethods {
  /** The page is up: the engine may warm up when it has nothing to do. */
  'warm-up': { params: null; result: null; progress: never };
}
