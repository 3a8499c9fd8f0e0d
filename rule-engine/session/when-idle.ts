import type { EngineMethods } from './protocol/engine-methods.ts';
import type { Handlers, RequestContext } from './serve.ts';

/** The handlers, and after each time that the last running one has ended, `then`. */
export function whenIdle(handlers: Handlers<EngineMethods>, then: () => void): Handlers<EngineMethods> {
  let running = 0;
  const counted = Object.entries(handlers).map(([method, handler]) => {
    const handle = handler as (params: unknown, context: RequestContext<unknown>) => unknown;
    const run = async (params: unknown, context: RequestContext<unknown>) => {
      running++;
      try {
        return await handle(params, context);
      } finally {
        running--;
        if (running === 0) then();
      }
    };
    return [method, run];
  });
  return Object.fromEntries(counted) as Handlers<EngineMethods>;
}
