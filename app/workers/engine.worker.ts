import { EngineSession } from '../../rule-engine/session/engine-session.ts';
import { type Handlers, type Port, serve } from '../../rule-engine/session/serve.ts';
import { warmUp } from '../../rule-engine/session/warm-up.ts';
import type { EngineWorkerMethods } from './engine-methods.ts';
import { IdleWarmUp } from './idle-warm-up.ts';
import { inTurn } from './in-turn.ts';

const { handlers } = new EngineSession();
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
    evaluate: (params, context) => {
      const answer = Promise.resolve(handlers.evaluate(params, context));
      evaluation = answer.catch(() => undefined);
      return answer;
    },
  } satisfies Handlers<Omit<EngineWorkerMethods, 'warm-up'>>),
  'warm-up': () => {
    idle.begin();
    return null;
  },
});
