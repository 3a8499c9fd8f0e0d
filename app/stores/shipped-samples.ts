import { useEventsStore } from './events-store.ts';
import { shippedSamples } from './shipped-rule.ts';

/** Loads the rule's sample events again. */
export async function openShippedSamples(): Promise<void> {
  await useEventsStore.getState().actions.open(await shippedSamples());
}
