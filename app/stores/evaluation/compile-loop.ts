import { bindInSteps, type LanguageMethods, withEditedLiteral } from '../../../rule-engine/index.ts';
import type { Client } from '../../workers/client.ts';
import type { EngineWorkerMethods } from '../../workers/engine-methods.ts';
import type { LastingClient } from '../../workers/lasting-client.ts';
import { isCancelled, RequestError } from '../../workers/request-error.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { useEventsStore } from '../events/events-store.ts';
import { useClockStore } from '../rule/clock-store.ts';
import { useRuleStore } from '../rule/rule-store.ts';

/** Milliseconds without a key before the language service looks at a text whose plan is known without it. */
const rest = 300;

/**
 * Compiles the query at each change of its text, and again when the loaded tables change; the newest wins. While only a
 * pattern is typed the plan is had at once, without the language service, which then looks once the keys have rested: it
 * costs more of the processor than the evaluation. Where columns depend on rows (`bag_unpack`,
 * `pivot`) the engine is asked for them, and again when the events or the clock change. Returns how to stop.
 */
export function startCompiling(
  language: LastingClient<LanguageMethods>,
  engine: Client<EngineWorkerMethods>,
): () => void {
  let dependsOnRows = false;
  let newest = 0;
  const compile = async (): Promise<void> => {
    const { query, compiled, actions } = useRuleStore.getState();
    const run = ++newest;
    const plan = compiled && !dependsOnRows && withEditedLiteral(compiled.plan, compiled.query.text, query.text);
    if (plan) {
      actions.setPlan(query, plan);
      await new Promise((resolve) => setTimeout(resolve, rest));
      if (run !== newest) return;
    }
    try {
      let steps = 0;
      const result = await bindInSteps(
        (found) => {
          if (run !== newest) throw new RequestError({ code: 'cancelled', message: 'A newer text is compiled' });
          return language.latest('compile', { text: query.text, found });
        },
        async (plan) => {
          steps++;
          return (await engine.latest('columns', { plan, clock: useClockStore.getState().clock })) ?? undefined;
        },
      );
      dependsOnRows = steps > 0;
      if (useRuleStore.getState().query === query) actions.setCompiled(query, result);
    } catch (error) {
      if (isCancelled(error) || useRuleStore.getState().query !== query) return;
      actions.setUnchecked(query, asWorkerError(error));
    }
  };
  let known = '';
  /** Tells the worker of the tables; false when it knows them. */
  const sendTables = (): boolean => {
    const tables = useEventsStore.getState().tables.map(({ name, columns }) => ({ name, columns }));
    const text = JSON.stringify(tables);
    if (text === known) return false;
    known = text;
    // The worker takes them before the query. What fails here fails there, which tells the reader.
    language.request('tables', { tables }).catch(() => undefined);
    return true;
  };
  const stops = [
    useRuleStore.subscribe((now, before) => {
      if (now.query !== before.query) void compile();
    }),
    useEventsStore.subscribe((now, before) => {
      if (now.revision !== before.revision && (sendTables() || dependsOnRows)) void compile();
    }),
    useClockStore.subscribe((now, before) => {
      if (now.clock !== before.clock && dependsOnRows) void compile();
    }),
  ];
  language.onRestart(() => void compile());
  sendTables();
  void compile();
  return () => {
    for (const stop of stops) stop();
  };
}
