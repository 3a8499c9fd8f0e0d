import { engine } from './engine/engine.ts';
import { keepVersions } from './stores/baseline-store.ts';
import { startCompiling } from './stores/compile-loop.ts';
import { startEvaluating } from './stores/evaluation-loop.ts';
import { useEvaluationStore } from './stores/evaluation-store.ts';
import { useEventsStore } from './stores/events-store.ts';
import { afterFirstCheck, afterFirstResult } from './stores/first-result.ts';
import { followImpact } from './stores/impact-store.ts';
import { keepEvents, keptEvents } from './stores/kept-events.ts';
import { keepLabels } from './stores/kept-labels.ts';
import { restoreMappings } from './stores/mappings-store.ts';
import { followNearMisses } from './stores/near-misses-store.ts';
import { tell } from './stores/notice-store.ts';
import { useRuleStore } from './stores/rule-store.ts';
import { shippedLabels } from './stores/shipped-labels.ts';
import { openLeftRule, shippedSamples } from './stores/shipped-rule.ts';
import { asWorkerError } from './stores/worker-error.ts';
import { keepWorkspace } from './stores/workspace.ts';

/**
 * Brings the page to life: the rule with its ready-made plan, its samples or the files that were left, the first hits; then, out of their way, the
 * language service; then, while nothing is asked for, the engine is warmed up.
 */
export async function startWorkbench(): Promise<void> {
  engine.ready.catch((error: unknown) => useEvaluationStore.getState().actions.fail(asWorkerError(error)));
  const [kept] = await Promise.all([keptEvents(), restoreMappings()]);
  const samples = kept ? undefined : shippedSamples();
  await openLeftRule();
  keepWorkspace();
  keepEvents();
  const { open, reopen } = useEventsStore.getState().actions;
  const events = samples ? samples.then(open) : reopen(kept?.files ?? []);
  followImpact();
  followNearMisses();
  void keepVersions();
  void events.finally(() => {
    startEvaluating(engine);
    void afterFirstResult().then(() => keepLabels(shippedLabels));
  });
  if (kept && kept.left.length > 0) {
    tell(`Too large to be kept over a reload, open again: ${kept.left.join(', ')}`, 'error');
  }
  if (useRuleStore.getState().compiled) await afterFirstResult();
  const { languageClient } = await import('./editor/language.ts');
  startCompiling(languageClient(), engine);
  await afterFirstCheck();
  // Nothing is lost where it fails: code is then compiled when it is first needed.
  engine.request('warm-up', null).catch(() => undefined);
}
