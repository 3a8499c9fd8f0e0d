/** How deep containers may lie in one another. */
export const MAX_DEPTH = 5;
/** What a file may grow to in all. */
const MAX_TOTAL_BYTES = 16 * 1024 ** 3;
/** How much larger than what was read of the file its content may be, once it is larger than the allowance. */
const MAX_RATIO = 250;
const RATIO_ALLOWANCE_BYTES = 256 * 1024 ** 2;
/** An archive within another one is kept in memory while it is read. */
export const MAX_INNER_ARCHIVE_BYTES = 1024 ** 3;
export const MAX_MEMBERS = 20_000;

/** Thrown when a limit is hit: what was read so far is kept. */
class LimitExceeded extends Error {}

/** Counts what comes out of all containers of a file against what went in. */
export class ContainerBudget {
  private readonly fileBytes: number;
  private readonly totalLimit: number;
  private readonly allowance: number;
  private outBytes = 0;

  constructor(fileBytes: number, totalLimit = MAX_TOTAL_BYTES, allowance = RATIO_ALLOWANCE_BYTES) {
    this.fileBytes = fileBytes;
    this.totalLimit = totalLimit;
    this.allowance = allowance;
  }

  /** Takes note of decompressed bytes. Throws LimitExceeded. */
  spend(bytes: number): void {
    this.foresee(bytes);
    this.outBytes += bytes;
  }

  /** Throws LimitExceeded when so many more bytes would be too many. */
  foresee(bytes: number): void {
    const expected = this.outBytes + bytes;
    if (expected > this.totalLimit) {
      throw new LimitExceeded(`its content is larger than ${sizeText(this.totalLimit)}, the limit`);
    }
    if (expected > this.allowance && expected > this.fileBytes * MAX_RATIO) {
      throw new LimitExceeded(`its content is more than ${MAX_RATIO} times as large as the file, the limit`);
    }
  }
}

function sizeText(bytes: number): string {
  return bytes >= 1024 ** 3 ? `${bytes / 1024 ** 3} GiB` : `${Math.round(bytes / 1024 ** 2)} MiB`;
}
