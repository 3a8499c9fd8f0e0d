import { revivePlan } from '../../rule-engine/plan/revive.ts';
import { EngineSession } from '../../rule-engine/session/engine-session.ts';
import type { EngineMethods } from '../../rule-engine/session/protocol.ts';
import { type Port, serve } from '../../rule-engine/session/serve.ts';

const { handlers } = new EngineSession();

serve<EngineMethods>(self as unknown as Port, {
  ...handlers,
  columns: (params, context) => handlers.columns({ ...params, plan: revivePlan(params.plan) }, context),
  evaluate: (params, context) => handlers.evaluate({ ...params, plan: revivePlan(params.plan) }, context),
});
