import { someOf } from './components/format.ts';
import { afterEditorIsLoaded } from './editor/editor-loaded.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { useEngineStore } from './stores/answers/engine-store.ts';
import { asWorkerError } from './stores/answers/worker-error.ts';
import { startCompiling } from './stores/evaluation/compile-loop.ts';
import { startEvaluating } from './stores/evaluation/evaluation-loop.ts';
import { useEvaluationStore } from './stores/evaluation/evaluation-store.ts';
import { afterFirstCheck, afterFirstResult } from './stores/evaluation/first-result.ts';
import { followImpact } from './stores/evaluation/impact-store.ts';
import { followNearMisses } from './stores/evaluation/near-misses-store.ts';
import { useEventsStore } from './stores/events/events-store.ts';
import { type FirstFiles, firstFiles } from './stores/events/first-files.ts';
import { keepEvents } from './stores/events/keep-events.ts';
import { restoreMappings } from './stores/events/mappings-store.ts';
import { openSamples } from './stores/events/shipped-samples.ts';
import { openLeftRule } from './stores/files/shipped-rule.ts';
import { keepLabels } from './stores/labels/keep-labels.ts';
import { shippedLabels } from './stores/labels/shipped-labels.ts';
import { tell } from './stores/notices/notice-store.ts';
import { keepVersions } from './stores/review/keep-versions.ts';
import { rowsOnScreen } from './stores/rows/rows.ts';
import { useRuleStore } from './stores/rule/rule-store.ts';
import { followOtherTabs } from './stores/saved-rule/other-tabs.ts';
import { keepRule } from './stores/saved-rule/saved-rule.ts';
import { engine, followEngineSilence } from './workers/engine.ts';
import { languageClient } from './workers/language.ts';

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
  void engine.lost.then((lost) => useEngineStore.setState({ lost }));
  const [first] = await Promise.all([firstFiles, restoreMappings()]);
  await openLeftRule();
  keepRule();
  followOtherTabs();
  keepEvents();
  const { reopen } = useEventsStore.getState().actions;
  const events =
    'kept' in first
      ? reopen(first.kept.files, afterEditorIsLoaded)
      : first.samples.then((samples) => openSamples(samples, afterEditorIsLoaded));
  void keepVersions();
  // Listening by then, it asks the engine before the page paints what was loaded.
  startEvaluating(engine, events, rowsOnScreen);
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
