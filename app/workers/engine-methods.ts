import type { EngineMethods, EvaluateParams } from '../../rule-engine/index.ts';

/** What the page asks the engine worker for: the engine's methods, and what is the worker's own. */
export interface EngineWorkerMethods extends Omit<EngineMethods, 'evaluate'> {
  /** The plan comes as `serializePlan` writes it: the worker reads those of its lines anew that an edit has changed. */
  evaluate: Omit<EngineMethods['evaluate'], 'params'> & { params: Omit<EvaluateParams, 'plan'> & { plan: string } };
  /** The page is up: the engine may warm up when it has nothing to do. */
  'warm-up': { params: null; result: null; progress: never };
}
