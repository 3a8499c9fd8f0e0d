import { folded } from './byte-frequency.ts';

/** For each place of a window, the nibbles of the bytes that are taken there: sixteen bits of low ones, above them those of high ones. */
export type WindowNibbles = readonly number[];

/**
 * Puts the windows of needles into buckets so that few others pass: a bucket takes every byte of which both nibbles are
 * those of one that it is to take, at each place by itself, so that windows which are alike belong together.
 */
export function bucketsOf(windows: readonly WindowNibbles[], frequency: Uint32Array, buckets: number): number[] {
  const taken: (WindowNibbles | undefined)[] = new Array(buckets).fill(undefined);
  const passing: number[] = new Array(buckets).fill(0);
  return windows.map((window) => {
    let best = 0;
    let bestPassing = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const widened = shareTaken(withWindow(taken[bucket], window), frequency);
      if (widened - passing[bucket] >= least) continue;
      [best, bestPassing, least] = [bucket, widened, widened - passing[bucket]];
    }
    taken[best] = withWindow(taken[best], window);
    passing[best] = bestPassing;
    return best;
  });
}

function withWindow(taken: WindowNibbles | undefined, window: WindowNibbles): WindowNibbles {
  return taken === undefined ? window : taken.map((nibbles, place) => nibbles | window[place]);
}

/** How many of all windows are taken, as if each byte stood there whatever its neighbours are. */
function shareTaken(window: WindowNibbles, frequency: Uint32Array): number {
  let share = 1;
  for (const nibbles of window) {
    let here = 1;
    for (let low = 0; low < 16; low++) {
      if ((nibbles & (1 << low)) === 0) continue;
      for (let high = 0; high < 8; high++) {
        if ((nibbles & (1 << (16 + high))) !== 0) here += frequency[folded((high << 4) | low)];
      }
    }
    share *= here;
  }
  return share;
}
