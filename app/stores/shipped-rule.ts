import { shippedRules } from 'virtual:shipped-rules';
import { deserializePlan } from '../../rule-engine/index.ts';
import { tell } from './notice-store.ts';
import { useRuleStore } from './rule-store.ts';
import { savedWorkspace } from './workspace.ts';

const [shipped] = shippedRules;

export const shippedSampleCount = shipped.samples.length;

const sampleFiles = new WeakSet<File>();

/** True for a file that `shippedSamples` gave. */
export function isShippedSample(file: File): boolean {
  return sampleFiles.has(file);
}

/** Opens the rule that the page was built with, as the reader left it the last time. */
export async function openShippedRule(): Promise<void> {
  const { metadata, guide, segments, plan, tests, folder } = shipped;
  const rule = { metadata, guide, shippedSegments: segments, tests, folder };
  const left = await savedWorkspace(metadata.id);
  const { open } = useRuleStore.getState().actions;
  if (left) open(rule, left.segments, left.plan);
  else open(rule, segments, deserializePlan(plan));
}

/** The rule's sample events as files. One that can't be fetched is left out, and the reader is told. */
export async function shippedSamples(): Promise<readonly File[]> {
  const files = await Promise.all(
    shipped.samples.map(async (address) => {
      const response = await fetch(address).catch(() => undefined);
      if (!response?.ok) return undefined;
      const file = new File([await response.blob()], address.replace(/^.*\//, ''));
      sampleFiles.add(file);
      return file;
    }),
  );
  if (files.includes(undefined)) tell('Some sample events could not be fetched: reload the page to try again', 'error');
  return files.filter((file) => file !== undefined);
}
