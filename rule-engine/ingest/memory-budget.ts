/** What the loaded events may take of the machine's memory, in bytes. */
export interface MemoryBudget {
  /** For all sources together. */
  readonly bytes: number;
  /** What other sources take already. */
  readonly used: number;
}

/** Thrown to unwind when a source would take more memory than there is for it. */
export class OverBudget extends Error {
  /** What the whole source is likely to take, in bytes. */
  readonly expected: number;

  constructor(expected: number) {
    super('The source needs more memory than the budget has');
    this.expected = expected;
  }
}

/** Before so much of an input was read, it doesn't say what the rest will take. */
const SHARE_THAT_TELLS = 0.05;

/** Throws OverBudget when `bytes`, of the `share` (0 to 1) of an input that was read, are or will be too many. */
export function checkBudget({ bytes: budget, used }: MemoryBudget, bytes: number, share: number): void {
  const expected = share > 0 ? Math.max(bytes, bytes / share) : bytes;
  if (used + bytes > budget || (share >= SHARE_THAT_TELLS && used + expected > budget)) throw new OverBudget(expected);
}
