import { bagUnpack } from './bag-unpack.ts';
import { ipLookups } from './ip-lookup.ts';
import { narrow } from './narrow.ts';
import { pivot } from './pivot.ts';
import type { Plugin } from './plugin.ts';

/** All plugins. */
export const plugins: readonly Plugin[] = [bagUnpack, narrow, pivot, ...ipLookups];

const byName = new Map(plugins.map((entry) => [entry.name, entry]));

/** The plugin of that name in lower case; undefined when the engine lacks it. */
export function plugin(name: string): Plugin | undefined {
  return byName.get(name);
}
