import { EngineSession } from '../../rule-engine/session/engine-session.ts';
import type { EngineMethods } from '../../rule-engine/session/protocol.ts';
import { type Port, serve } from '../../rule-engine/session/serve.ts';

serve<EngineMethods>(self as unknown as Port, new EngineSession().handlers);
