import { type Bound, boundChildren } from './bound.ts';
import type { Frame } from './domain.ts';
import { andMasks, chooseMask, type Mask, notMask, orMasks } from './mask.ts';
import type { MaskSource } from './masks.ts';

/** A predicate's mask as it would be if some of its parts had other masks: for "what if this pattern were removed". */
export async function overriddenMask(
  bound: Bound,
  overrides: ReadonlyMap<Bound, Mask>,
  frame: Frame,
  masks: MaskSource,
): Promise<Mask> {
  const override = overrides.get(bound);
  if (override !== undefined) return override;
  if (!containsAny(bound, overrides)) return masks.mask(bound, frame);
  const parts: Mask[] = [];
  for (const child of boundChildren(bound)) parts.push(await overriddenMask(child, overrides, frame, masks));
  switch (bound.kind) {
    case 'choice':
      return chooseMask(parts[0], parts[1], parts[2]);
    case 'list':
      return bound.quantifier === 'any' ? orMasks(parts, frame.length) : andMasks(parts, frame.length);
    case 'logic':
      if (bound.operator === 'not') return notMask(parts[0]);
      return bound.operator === 'and' ? andMasks(parts, frame.length) : orMasks(parts, frame.length);
    default:
      return masks.mask(bound, frame);
  }
}

/** True when a part of a condition that its truth is made of is overridden. */
function containsAny(bound: Bound, overrides: ReadonlyMap<Bound, Mask>): boolean {
  if (overrides.has(bound)) return true;
  if (bound.kind === 'logic' || bound.kind === 'choice' || bound.kind === 'list') {
    return boundChildren(bound).some((child) => containsAny(child, overrides));
  }
  return false;
}
