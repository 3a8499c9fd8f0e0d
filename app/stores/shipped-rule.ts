import { shippedRules } from 'virtual:shipped-rules';
import { deserializePlan } from '../../rule-engine/index.ts';
import { keepFormerText } from './baseline-store.ts';
import { asOneEdit } from './history-store.ts';
import { tell } from './notice-store.ts';
import { type RuleDescription, ruleKey } from './rule-description.ts';
import { useRuleStore } from './rule-store.ts';
import { savedWorkspace } from './workspace.ts';

const [shipped] = shippedRules;

export const shippedSampleCount = shipped.samples.length;

const sampleFiles = new WeakSet<File>();

/** True for a file that `shippedSamples` gave. */
export function isShippedSample(file: File): boolean {
  return sampleFiles.has(file);
}

/** Opens the rule that the reader left the last time, as they left it; on a first visit the one that the page was built with. */
export async function openLeftRule(): Promise<void> {
  const left = await savedWorkspace();
  const { open } = useRuleStore.getState().actions;
  if (left?.opened) open(left.opened, left.segments, left.plan);
  else if (left?.rule === ruleKey(shipped)) open(shippedDescription(), left.segments, left.plan);
  else openShipped();
}

/** Opens the rule that the page was built with in place of the one at hand, to be undone at will. */
export async function openShippedRule(): Promise<void> {
  const { rule, segments } = useRuleStore.getState();
  if (rule) await keepFormerText(`${rule.metadata.title}, as it was`, rule, segments, shippedDescription());
  asOneEdit('Open the shipped rule', openShipped);
}

function openShipped(): void {
  useRuleStore.getState().actions.open(shippedDescription(), shipped.segments, deserializePlan(shipped.plan));
}

function shippedDescription(): RuleDescription {
  const { metadata, guide, segments, tests, folder } = shipped;
  return { metadata, guide, shippedSegments: segments, tests, folder };
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
