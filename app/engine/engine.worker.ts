import { revivePlan } from '../../rule-engine/plan/revive.ts';
import { EngineSession } from '../../rule-engine/session/engine-session.ts';
import type { EngineMethods } from '../../rule-engine/session/protocol.ts';
import { type Port, serve } from '../../rule-engine/session/serve.ts';
import { warmUp } from '../../rule-engine/session/warm-up.ts';

/** By then a first visit has its hits and its diagnostics, in milliseconds. */
const WARM_UP_AFTER = 8000;

const { handlers } = new EngineSession();

serve<EngineMethods>(self as unknown as Port, {
  ...handlers,
  columns: (params, context) => handlers.columns({ ...params, plan: revivePlan(params.plan) }, context),
  stream: ({ query, ...params }, context) =>
    handlers.stream({ ...params, query: { ...query, plan: revivePlan(query.plan) } }, context),
  evaluate: (params, context) => handlers.evaluate({ ...params, plan: revivePlan(params.plan) }, context),
});

// Nothing is lost where it fails: code is then compiled when it is first needed.
setTimeout(() => void warmUp(new AbortController().signal).catch(() => undefined), WARM_UP_AFTER);
