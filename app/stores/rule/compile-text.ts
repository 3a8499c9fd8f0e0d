import { bindInSteps } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { useClockStore } from './clock-store.ts';

/** The plan of a text that is not the one in the editors: a version, or an edit to preview. Undefined where it has an error. */
export async function compileText(text: string): Promise<string | undefined> {
  const { languageClient } = await import('../../workers/language.ts');
  const language = languageClient();
  const { plan } = await bindInSteps(
    (found) => language.request('compile', { text, found }),
    async (plan) => (await engine.request('columns', { plan, clock: useClockStore.getState().clock })) ?? undefined,
  );
  return plan;
}
