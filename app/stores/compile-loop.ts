import { type LanguageMethods, withEditedLiteral } from '../../rule-engine/index.ts';
import { type Client, isCancelled } from '../engine/client.ts';
import { useEventsStore } from './events-store.ts';
import { useRuleStore } from './rule-store.ts';
import { asWorkerError } from './worker-error.ts';

/**
 * Compiles the query at each change of its text, and again when the loaded tables change; the newest wins. While only a
 * pattern is typed the plan is had at once, ahead of the language service. Returns how to stop.
 */
export function startCompiling(language: Client<LanguageMethods>): () => void {
  const compile = async (): Promise<void> => {
    const { query, compiled, actions } = useRuleStore.getState();
    const plan = compiled && withEditedLiteral(compiled.plan, compiled.query.text, query.text);
    if (plan) actions.setPlan(query, plan);
    try {
      const result = await language.latest('compile', { text: query.text });
      if (useRuleStore.getState().query === query) actions.setCompiled(query, result);
    } catch (error) {
      if (isCancelled(error) || useRuleStore.getState().query !== query) return;
      const { code, message, span = { start: 0, length: 0 } } = asWorkerError(error);
      actions.setCompiled(query, { plan: undefined, diagnostics: [{ code, severity: 'error', message, span }] });
    }
  };
  const stops = [
    useRuleStore.subscribe((now, before) => {
      if (now.query !== before.query) void compile();
    }),
    useEventsStore.subscribe((now, before) => {
      if (now.tables === before.tables) return;
      const tables = now.tables.map(({ name, columns }) => ({ name, columns }));
      void language.request('tables', { tables }).then(compile);
    }),
  ];
  void compile();
  return () => {
    for (const stop of stops) stop();
  };
}
