import { arithmeticOperators } from './arithmetic.ts';
import { base64Functions } from './base64.ts';
import { clockFunctions } from './clock.ts';
import { comparisonOperators } from './comparison.ts';
import { compressionFunctionNames } from './compression/names.ts';
import { conversionFunctions } from './conversion-functions.ts';
import { dataSizeFunctions } from './data-size.ts';
import { datetimeFormatFunctions } from './datetime-format.ts';
import { datetimeFunctions } from './datetime-functions.ts';
import { datetimeUnitFunctions } from './datetime-units.ts';
import { dynamicAccess } from './dynamic-access.ts';
import { dynamicArrayFunctions } from './dynamic-arrays.ts';
import { dynamicBagFunctions } from './dynamic-bags.ts';
import { rangeFunctions } from './dynamic-range.ts';
import { dynamicSetFunctions } from './dynamic-sets.ts';
import type { ScalarFunction } from './function.ts';
import { geoFunctionNames } from './geo/names.ts';
import { geoDistanceFunctions } from './geo-distance.ts';
import { geohashFunctions } from './geohash.ts';
import { hashFunctions } from './hash-functions.ts';
import { ipFunctions } from './ip-functions.ts';
import { ipInTextFunctions } from './ip-in-text.ts';
import { logicFunctions } from './logic.ts';
import { mathematics } from './mathematics.ts';
import { pathFunctions } from './parse-path.ts';
import { parseTextFunctions } from './parse-text.ts';
import { punycodeFunctions } from './punycode-functions.ts';
import { regexFunctions } from './regex-functions.ts';
import { replaceTextFunctions } from './replace-text.ts';
import { roundingFunctions } from './rounding.ts';
import { seriesDecompose } from './series-decompose.ts';
import { elementwiseSeries } from './series-elementwise.ts';
import { seriesFill } from './series-fill.ts';
import { seriesFilters } from './series-filters.ts';
import { seriesFit } from './series-fit.ts';
import { seriesFitPolynomial } from './series-fit-polynomial.ts';
import { seriesFitTwoLines } from './series-fit-two-lines.ts';
import { seriesFourier } from './series-fourier.ts';
import { seriesOutliers } from './series-outliers.ts';
import { seriesStatistics } from './series-statistics.ts';
import { sketchFunctions } from './sketch-functions.ts';
import { specialFunctions } from './special-functions.ts';
import { stringOperators } from './string-operators.ts';
import { textFunctions } from './text.ts';
import { textEncodingFunctions } from './text-encoding.ts';
import { timeZoneNameFunctions } from './time-zone-names.ts';
import { timeZoneFunctions } from './time-zones.ts';
import { unitConversionFunctions } from './unit-conversion.ts';
import { urlFunctions } from './url-functions.ts';
import { welchTestFunctions } from './welch-test.ts';

const FAMILIES: readonly (readonly ScalarFunction[])[] = [
  arithmeticOperators,
  base64Functions,
  clockFunctions,
  comparisonOperators,
  conversionFunctions,
  dataSizeFunctions,
  dynamicAccess,
  logicFunctions,
  pathFunctions,
  regexFunctions,
  replaceTextFunctions,
  roundingFunctions,
  stringOperators,
  textFunctions,
  welchTestFunctions,
  unitConversionFunctions,
  geohashFunctions,
  geoDistanceFunctions,
  parseTextFunctions,
  textEncodingFunctions,
  seriesFit,
  seriesFitTwoLines,
  seriesFitPolynomial,
  seriesFourier,
  seriesOutliers,
  seriesDecompose,
  sketchFunctions,
  punycodeFunctions,
  seriesFilters,
  seriesFill,
  seriesStatistics,
  elementwiseSeries,
  urlFunctions,
  timeZoneFunctions,
  timeZoneNameFunctions,
  specialFunctions,
  mathematics,
  ipInTextFunctions,
  ipFunctions,
  hashFunctions,
  rangeFunctions,
  dynamicSetFunctions,
  dynamicBagFunctions,
  dynamicArrayFunctions,
  datetimeUnitFunctions,
  datetimeFunctions,
  datetimeFormatFunctions,
];

const byName = new Map<string, ScalarFunction>();
for (const family of FAMILIES) {
  for (const entry of family) for (const name of [entry.name, ...(entry.aliases ?? [])]) byName.set(name, entry);
}

/** The function or operator of that name or spelling; undefined when the engine lacks it. */
export function scalarFunction(name: string): ScalarFunction | undefined {
  return byName.get(name);
}

/** The functions that come in parts of their own, for they need libraries that few queries do: names and the part. */
const LOADED_WHEN_CALLED: ReadonlyMap<string, () => Promise<readonly ScalarFunction[]>> = new Map([
  ...geoFunctionNames.map((name) => [name, loadGeoFunctions] as const),
  ['parse_user_agent', loadUserAgentFunctions] as const,
  ...compressionFunctionNames.map((name) => [name, loadCompressionFunctions] as const),
]);

async function loadGeoFunctions(): Promise<readonly ScalarFunction[]> {
  return (await import('./geo/geo-functions.ts')).geoFunctions;
}

async function loadUserAgentFunctions(): Promise<readonly ScalarFunction[]> {
  return [(await import('./user-agent/parse-user-agent.ts')).parseUserAgent];
}

async function loadCompressionFunctions(): Promise<readonly ScalarFunction[]> {
  return (await import('./compression/compression-functions.ts')).compressionFunctions;
}

/** True for a function that `loadFunction` brings. */
export function isLoadable(name: string): boolean {
  return LOADED_WHEN_CALLED.has(name);
}

/** Makes a function of `isLoadable` one that `scalarFunction` knows, and brings what it needs to be bound. */
export async function loadFunction(name: string): Promise<void> {
  const load = LOADED_WHEN_CALLED.get(name);
  if (load !== undefined && !byName.has(name)) for (const entry of await load()) byName.set(entry.name, entry);
  const prepare = byName.get(name)?.prepare;
  if (prepare !== undefined) await prepare();
}
