import { asimAuthentication } from './asim-authentication.ts';
import { asimDns } from './asim-dns.ts';
import { asimFileEvent } from './asim-file-event.ts';
import { asimNetworkSession } from './asim-network-session.ts';
import { asimParsers } from './asim-parser.ts';
import { asimProcessParsers } from './asim-process.ts';
import { asimRegistryEvent } from './asim-registry-event.ts';
import { asimWebSession } from './asim-web-session.ts';
import { fileProfile } from './file-profile.ts';
import type { ProductFunction } from './product-function.ts';
import { seenBy } from './seen-by.ts';
import { sentinelTables } from './sentinel-tables.ts';
import { watchlist } from './watchlist.ts';

/** All functions that Sentinel and Defender have besides the language. */
const productFunctions: readonly ProductFunction[] = [
  fileProfile,
  seenBy,
  watchlist,
  ...sentinelTables,
  ...asimProcessParsers,
  ...[asimAuthentication, asimDns, asimFileEvent, asimNetworkSession, asimRegistryEvent, asimWebSession].flatMap(
    asimParsers,
  ),
];

const byName = new Map(productFunctions.map((entry) => [entry.name, entry]));

/** The function of that name, or undefined. */
export function productFunction(name: string): ProductFunction | undefined {
  return byName.get(name);
}

let declared: readonly Kusto.Language.Symbols.FunctionSymbol[] | undefined;

/** Their declarations for the binder, the same objects at each call. */
export function productFunctionSymbols(): readonly Kusto.Language.Symbols.FunctionSymbol[] {
  declared ??= productFunctions.map(({ symbol }) => symbol());
  return declared;
}
