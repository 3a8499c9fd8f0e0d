import { tell } from '../notices/notice-store.ts';
import { useEventsStore } from './events-store.ts';
import { shippedSampleCount, shippedSamples } from './sample-files.ts';

/** Loads the rule's sample events again. */
export async function openShippedSamples(): Promise<void> {
  await openSamples(await shippedSamples());
}

/** Loads what could be fetched of the rule's sample events, as the events store does, and tells when that is not all. */
export async function openSamples(files: readonly File[], beforeOthers?: () => Promise<void>): Promise<void> {
  if (files.length < shippedSampleCount) {
    tell('Some sample events could not be fetched: reload the page to try again', 'error');
  }
  await useEventsStore.getState().actions.open(files, beforeOthers);
}
