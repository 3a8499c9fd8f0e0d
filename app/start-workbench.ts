import { someOf } from './components/format.ts';
import { languageClient } from './editor/language.ts';
import { engine, followEngineSilence } from './engine/engine.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { keepVersions } from './stores/baseline-store.ts';
import { startCompiling } from './stores/compile-loop.ts';
import { useEngineStore } from './stores/engine-store.ts';
import { startEvaluating } from './stores/evaluation-loop.ts';
import { useEvaluationStore } from './stores/evaluation-store.ts';
import { useEventsStore } from './stores/events-store.ts';
import { afterEditorIsLoaded } from './stores/first-editor.ts';
import { type FirstFiles, firstFiles } from './stores/first-files.ts';
import { afterFirstCheck, afterFirstResult } from './stores/first-result.ts';
import { followImpact } from './stores/impact-store.ts';
import { keepEvents } from './stores/kept-events.ts';
import { keepLabels } from './stores/kept-labels.ts';
import { restoreMappings } from './stores/mappings-store.ts';
import { followNearMisses } from './stores/near-misses-store.ts';
import { tell } from './stores/notice-store.ts';
import { followOtherTabs } from './stores/other-tabs.ts';
import { useRuleStore } from './stores/rule-store.ts';
import { shippedLabels } from './stores/shipped-labels.ts';
import { openLeftRule } from './stores/shipped-rule.ts';
import { openSamples } from './stores/shipped-samples.ts';
import { asWorkerError } from './stores/worker-error.ts';
import { keepWorkspace } from './stores/workspace.ts';

/** Milliseconds after the first check in which the reader's first steps are not to be disturbed. */
const rest = 3000;

/** Starts the workbench. What keeps it from starting stands where the rows would. */
export async function startWorkbench(): Promise<void> {
  try {
    await start();
  } catch (error) {
    useEvaluationStore.getState().actions.fail(asWorkerError(error));
    throw error;
  }
}

/**
 * Opens the rule with its ready-made plan and has its samples, or the files that were left, read and evaluated. Resolves when
 * the files are on their way to the engine.
 */
async function start(): Promise<void> {
  engine.ready.catch((error: unknown) => useEvaluationStore.getState().actions.fail(asWorkerError(error)));
  followEngineSilence((isSilent) => useEngineStore.setState({ isSilent }));
  const [first] = await Promise.all([firstFiles, restoreMappings()]);
  await openLeftRule();
  keepWorkspace();
  followOtherTabs();
  keepEvents();
  const { reopen } = useEventsStore.getState().actions;
  const events =
    'kept' in first
      ? reopen(first.kept.files, afterEditorIsLoaded)
      : first.samples.then((samples) => openSamples(samples, afterEditorIsLoaded));
  void keepVersions();
  // Listening by then, it asks the engine before the page paints what was loaded.
  startEvaluating(engine, events);
  if (first.isDamaged) tell(damagedText(first), 'error');
  else if ('kept' in first && first.kept.left.length > 0) {
    tell(`Too large to be kept over a reload, open again: ${someOf(first.kept.left)}`, 'error');
  }
  void startTheRest(events);
  if ('samples' in first) await first.samples;
}

function damagedText(first: FirstFiles): string {
  return 'kept' in first
    ? 'Some event files of your last visit can’t be opened again: open them anew'
    : 'The event files of your last visit can’t be opened again: the samples are in their place';
}

/**
 * What is not to stand in the way of the first hits: the language service; then, while nothing is asked for, the engine is
 * warmed up and the page kept for the next visit.
 */
async function startTheRest(events: Promise<void>): Promise<void> {
  if (useRuleStore.getState().compiled) {
    await afterFirstResult();
    // More threads at work than there are cores put the editor off.
    await afterEditorIsLoaded();
  }
  startCompiling(languageClient(), engine);
  await afterFirstCheck();
  followImpact();
  followNearMisses();
  void events.finally(() => keepLabels(shippedLabels));
  // Nothing is lost where it fails: code is then compiled when it is first needed.
  engine.request('warm-up', null).catch(() => undefined);
  setTimeout(() => void keepOffline(), rest);
}
