import type { Column } from '../../columnar/column.ts';
import { gatherColumn, NO_ROW } from '../../columnar/gather.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { scalarKey } from '../../schema/scalar-key.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { newRelation } from '../new-relation.ts';
import { type Relation, rowsOf } from '../relation.ts';
import { type IpNetwork, parseIpv4Network, parseIpv6Network } from './ip-network.ts';
import type { Plugin, PluginCall } from './plugin.ts';

/**
 * `ipv4_lookup(table, sourceKey, lookupKey [, extraKey …] [, return_unmatched])` and `ipv6_lookup`: each row with the
 * rows of the table whose network holds its address and whose extra keys are equal. `ipv6_lookup` puts the table's
 * columns first.
 */
function ipLookup(name: string, bits: number, parse: (text: string) => IpNetwork | undefined): Plugin {
  return {
    name,
    evaluate: async (call) => {
      const { node, input, context } = call;
      const lookup = await lookupTable(call);
      const addresses = await call.column(1, 'SourceIPv4Key');
      const networks = await context.column(call.required(2, 'IPv4LookupKey'), lookup);
      const extra = await extraKeys(call, lookup);
      const keyOf = (columns: readonly Column[], row: number) =>
        JSON.stringify(columns.map((column) => String(scalarKey(column.get(row)))));
      const table = new NetworkTable(bits);
      for (const row of rowsOf(lookup)) {
        const network = parse(String(networks.get(row) ?? ''));
        if (network !== undefined) table.add(network, keyOf(extra.right, row), row);
      }
      const left: number[] = [];
      const right: number[] = [];
      const keepsUnmatched = await returnsUnmatched(call);
      for (const row of rowsOf(input)) {
        const address = parse(String(addresses.get(row) ?? ''));
        const found = address === undefined ? [] : table.find(address.address, keyOf(extra.left, row));
        for (const match of found) {
          left.push(row);
          right.push(match);
        }
        if (found.length === 0 && keepsUnmatched) {
          left.push(row);
          right.push(NO_ROW);
        }
        if (left.length % 4096 === 0) await context.checkpoint();
      }
      const sides = [
        ...input.schema.map((column, at) => ({ column, from: input.columns[at], rows: Uint32Array.from(left) })),
        ...lookup.schema.map((column, at) => ({ column, from: lookup.columns[at], rows: Uint32Array.from(right) })),
      ];
      const columns = arrange(node.columns, sides).map(({ from, rows }) => gatherColumn(from, rows));
      if (name === 'ipv4_lookup') return newRelation(node.columns, columns, left.length, context);
      const own = input.schema.length;
      const tableFirst = <T>(items: readonly T[]) => [...items.slice(own), ...items.slice(0, own)];
      return newRelation(tableFirst(node.columns), tableFirst(columns), left.length, context);
    },
  };
}

export const ipLookups: readonly Plugin[] = [
  ipLookup('ipv4_lookup', 32, parseIpv4Network),
  ipLookup('ipv6_lookup', 128, parseIpv6Network),
];

interface Side {
  readonly column: ColumnSchema;
  readonly from: Column;
  readonly rows: Uint32Array;
}

/** The sides' columns in the order of the result: by name, and those that were renamed in their own order. */
function arrange(schema: readonly ColumnSchema[], sides: readonly Side[]): readonly Side[] {
  const left = [...sides];
  const byName = schema.map(({ name }) => {
    const at = left.findIndex(({ column }) => column.name === name);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return byName.map((side) => side ?? (left.shift() as Side));
}

async function lookupTable(call: PluginCall): Promise<Relation> {
  const [table] = call.node.arguments;
  if (table?.kind === 'table') return call.context.run(table.plan);
  throw invalid('plugin-argument', `${call.node.plugin}: the first argument is a table`, call.node.span);
}

async function returnsUnmatched(call: PluginCall): Promise<boolean> {
  for (const argument of call.node.arguments.slice(3)) {
    if (argument.kind !== 'scalar' || argument.expr.type !== 'bool') continue;
    if (argument.name !== undefined || argument.expr.kind !== 'column') {
      return (await call.context.constant(argument.expr)) === true;
    }
  }
  return false;
}

/** Columns that both sides have under one name. */
async function extraKeys(call: PluginCall, lookup: Relation) {
  const left: Column[] = [];
  const right: Column[] = [];
  for (const argument of call.node.arguments.slice(3)) {
    if (argument.kind !== 'scalar' || argument.name !== undefined || argument.expr.kind !== 'column') continue;
    left.push(await call.context.column(argument.expr, call.input));
    right.push(await call.context.column(argument.expr, lookup));
  }
  return { left, right };
}

/** Networks by prefix length, so that an address is looked up once a length. */
class NetworkTable {
  private readonly bits: number;
  private readonly byPrefix = new Map<number, Map<string, number[]>>();

  constructor(bits: number) {
    this.bits = bits;
  }

  add({ address, prefix }: IpNetwork, extraKey: string, row: number): void {
    const networks = this.byPrefix.get(prefix) ?? new Map<string, number[]>();
    this.byPrefix.set(prefix, networks);
    const key = this.keyOf(address, prefix, extraKey);
    const rows = networks.get(key);
    if (rows === undefined) networks.set(key, [row]);
    else rows.push(row);
  }

  /** The rows whose network holds the address, the narrowest networks first. */
  find(address: bigint, extraKey: string): readonly number[] {
    const prefixes = [...this.byPrefix.keys()].sort((a, b) => b - a);
    return prefixes.flatMap((prefix) => this.byPrefix.get(prefix)?.get(this.keyOf(address, prefix, extraKey)) ?? []);
  }

  private keyOf(address: bigint, prefix: number, extraKey: string): string {
    return `${address >> BigInt(this.bits - prefix)} ${extraKey}`;
  }
}
