import { PlanReader } from '../../rule-engine/plan/read-plan.ts';
import { revivePlan } from '../../rule-engine/plan/revive.ts';
import { EngineSession } from '../../rule-engine/session/engine-session.ts';
import { type Handlers, type Port, serve } from '../../rule-engine/session/serve.ts';
import { warmUp } from '../../rule-engine/session/warm-up.ts';
import type { EngineWorkerMethods } from './engine-methods.ts';
import { IdleWarmUp } from './idle-warm-up.ts';
import { inTurn } from './in-turn.ts';

const { handlers } = new EngineSession();
const plans = new PlanReader();
const idle = new IdleWarmUp(warmUp);
/** A file is begun when no evaluation runs: its hits come before further events. */
let evaluation: Promise<unknown> = Promise.resolve();

serve<EngineWorkerMethods>(self as unknown as Port, {
  ...idle.around({
    ...handlers,
    load: inTurn(async (params, context) => {
      await evaluation;
      return handlers.load(params, context);
    }),
    columns: (params, context) => handlers.columns({ ...params, plan: revivePlan(params.plan) }, context),
    stream: ({ query, ...params }, context) =>
      handlers.stream({ ...params, query: { ...query, plan: revivePlan(query.plan) } }, context),
    'test-columns': (params, context) =>
      handlers['test-columns']({ ...params, plan: revivePlan(params.plan) }, context),
    'run-test': (params, context) => {
      for (const { plan } of params.compiled.values()) if (plan) revivePlan(plan);
      return handlers['run-test'](params, context);
    },
    evaluate: (params, context) => {
      const answer = Promise.resolve(handlers.evaluate({ ...params, plan: plans.read(params.plan) }, context));
      evaluation = answer.catch(() => undefined);
      return answer;
    },
  } satisfies Handlers<Omit<EngineWorkerMethods, 'warm-up'>>),
  'warm-up': () => {
    idle.begin();
    return null;
  },
});
