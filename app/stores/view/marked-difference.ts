import { useShownAmong } from './current-view.ts';
import { type ShownDifference, useShownDifference } from './shown-difference.ts';

interface MarkedDifference {
  /** `titled` where rows of a difference alone are shown, `sign` where they stand among others. */
  readonly kind: 'none' | 'sign' | 'titled';
  /** Undefined while the next one is on its way. */
  readonly difference: ShownDifference | undefined;
}

/** The difference between versions whose rows are marked: that of the rows shown, else the baseline's while its panel is open. */
export function useMarkedDifference(): MarkedDifference {
  const among = useShownAmong()?.difference;
  const { isShown, difference } = useShownDifference();
  if (among) return { kind: 'titled', difference: among };
  return isShown ? { kind: 'sign', difference } : { kind: 'none', difference: undefined };
}
