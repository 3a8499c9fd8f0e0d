import { useEventsStore } from './events-store.ts';
import { shippedSamples } from './sample-files.ts';

/** Loads the rule's sample events again. */
export async function openShippedSamples(): Promise<void> {
  await useEventsStore.getState().actions.open(await shippedSamples());
}
