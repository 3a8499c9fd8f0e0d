import { exclusionExpiry } from './exclusion-comment.ts';
import type { Exclusion } from './exclusions.ts';

/** What a reviewer asks about a live exclusion. `expires soon`: within 30 days. */
export type ExclusionConcern = 'no owner' | 'no reason' | 'expired' | 'expires soon' | 'no date';

const soon = 30 * 24 * 60 * 60 * 1000;

/** What is to be said against an exclusion at a moment, in milliseconds since 1970. Nothing of one that is switched off. */
export function exclusionConcerns({ enabled, tags }: Exclusion, now: number): readonly ExclusionConcern[] {
  if (!enabled) return [];
  const concerns: ExclusionConcern[] = [];
  if (!tags.owner) concerns.push('no owner');
  if (!tags.reason) concerns.push('no reason');
  const expiry = exclusionExpiry(tags);
  if (expiry === undefined) return concerns;
  if (Number.isNaN(expiry)) concerns.push('no date');
  else if (expiry <= now) concerns.push('expired');
  else if (expiry - now <= soon) concerns.push('expires soon');
  return concerns;
}
