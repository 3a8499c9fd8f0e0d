import { activityEngagement } from './activity-engagement.ts';
import { activityMetrics } from './activity-metrics.ts';
import { bagUnpack } from './bag-unpack.ts';
import { dcountIntersect } from './dcount-intersect.ts';
import { geoLookups } from './geo-lookup.ts';
import { ipLookups } from './ip-lookup.ts';
import { narrow } from './narrow.ts';
import { newActivityMetrics } from './new-activity-metrics.ts';
import { pivot } from './pivot.ts';
import type { Plugin } from './plugin.ts';
import { rollingPercentile } from './rolling-percentile.ts';
import { rowsNear } from './rows-near.ts';
import { schemaMerge } from './schema-merge.ts';
import { sequenceDetect } from './sequence-detect.ts';
import { sessionCount } from './session-count.ts';
import { windowCounts } from './window-counts.ts';

/** All plugins. */
const plugins: readonly Plugin[] = [
  activityEngagement,
  activityMetrics,
  bagUnpack,
  dcountIntersect,
  narrow,
  newActivityMetrics,
  pivot,
  rollingPercentile,
  rowsNear,
  schemaMerge,
  sequenceDetect,
  sessionCount,
  ...geoLookups,
  ...ipLookups,
  ...windowCounts,
];

const byName = new Map(plugins.map((entry) => [entry.name, entry]));

/** The plugin of that name in lower case; undefined when the engine lacks it. */
export function plugin(name: string): Plugin | undefined {
  return byName.get(name);
}
