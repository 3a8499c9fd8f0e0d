import { integerArgument, textArgument } from './arguments.ts';
import { textListArgument } from './dynamic-arrays.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { type Ipv4, ipv4Text, ipv6Text, maskIpv4, maskIpv6, parseIpv4, parseIpv6 } from './ip-address.ts';
import { ofText } from './of-text.ts';

/** IPv4 and IPv6: parsing, comparing, ranges. What is no address gives null (or `''`). */
export const ipFunctions: readonly ScalarFunction[] = [
  ofText('parse_ipv4', (text) => {
    const ip = parseIpv4(text);
    return ip === undefined ? null : BigInt(maskIpv4(ip.address, ip.prefix));
  }),
  ofText('parse_ipv6', (text) => {
    const ip = parseIpv6(text);
    return ip === undefined ? '' : ipv6Text(maskIpv6(ip.address, ip.prefix));
  }),
  ofText('ipv4_netmask_suffix', (text) => {
    const ip = parseIpv4(text);
    return ip === undefined ? null : BigInt(ip.prefix);
  }),
  ofText('ipv4_is_private', (text) => {
    const ip = parseIpv4(text);
    return ip === undefined ? null : PRIVATE_RANGES.some((range) => contains(range, ip));
  }),
  { name: 'parse_ipv4_mask', nulls: 'propagate', bind: bindParseIpv4Mask },
  { name: 'parse_ipv6_mask', nulls: 'propagate', bind: bindParseIpv6Mask },
  { name: 'format_ipv4', nulls: 'propagate', bind: (call) => bindFormat(call, false) },
  { name: 'format_ipv4_mask', nulls: 'propagate', bind: (call) => bindFormat(call, true) },
  { name: 'ipv4_compare', nulls: 'propagate', bind: (call) => bindCompare(call, compareIpv4, 32) },
  { name: 'ipv4_is_match', nulls: 'propagate', bind: (call) => isZero(bindCompare(call, compareIpv4, 32)) },
  { name: 'ipv6_compare', nulls: 'propagate', bind: (call) => bindCompare(call, compareIpv6, 128) },
  { name: 'ipv6_is_match', nulls: 'propagate', bind: (call) => isZero(bindCompare(call, compareIpv6, 128)) },
  { name: 'ipv4_is_in_range', nulls: 'propagate', bind: (call) => bindInRanges(call, isInRangeIpv4) },
  { name: 'ipv4_is_in_any_range', nulls: 'propagate', bind: (call) => bindInRanges(call, isInRangeIpv4) },
  { name: 'ipv6_is_in_range', nulls: 'propagate', bind: (call) => bindInRanges(call, isInRangeIpv6) },
  { name: 'ipv6_is_in_any_range', nulls: 'propagate', bind: (call) => bindInRanges(call, isInRangeIpv6) },
  { name: 'ipv4_range_to_cidr_list', nulls: 'propagate', bind: bindRangeToCidrs },
];

const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => parseIpv4(text) ?? []);

function contains(range: Ipv4, ip: Ipv4): boolean {
  return (
    maskIpv4(ip.address, Math.min(range.prefix, ip.prefix)) ===
    maskIpv4(range.address, Math.min(range.prefix, ip.prefix))
  );
}

function bindParseIpv4Mask(call: CallSite): Kernel {
  const [text, mask] = [textArgument(call, 0), integerArgument(call, 1, 32)];
  return (args) => {
    const [ip, prefix] = [parseIpv4(text(args)), mask(args) ?? 32];
    if (ip === undefined || prefix < 0 || prefix > 32) return null;
    return BigInt(maskIpv4(ip.address, Math.min(prefix, ip.prefix)));
  };
}

function bindParseIpv6Mask(call: CallSite): Kernel {
  const [text, mask] = [textArgument(call, 0), integerArgument(call, 1, 128)];
  return (args) => {
    const [ip, prefix] = [parseIpv6(text(args)), mask(args) ?? 128];
    if (ip === undefined || prefix < 0 || prefix > 128) return '';
    return ipv6Text(maskIpv6(ip.address, Math.min(prefix, ip.prefix)));
  };
}

function bindFormat(call: CallSite, withMask: boolean): Kernel {
  const [text, mask] = [textArgument(call, 0), integerArgument(call, 1, 32)];
  return (args) => {
    const source = text(args);
    const given = /^\d+$/.test(source) ? { address: Number(source) >>> 0, prefix: 32 } : parseIpv4(source);
    const wanted = mask(args) ?? 32;
    if (given === undefined || wanted < 0 || wanted > 32) return '';
    const prefix = Math.min(wanted, given.prefix);
    const address = ipv4Text(maskIpv4(given.address, prefix));
    return withMask ? `${address}/${prefix}` : address;
  };
}

type Compare = (left: string, right: string, prefix: number) => number | null;

function compareIpv4(left: string, right: string, prefix: number): number | null {
  const [a, b] = [parseIpv4(left), parseIpv4(right)];
  if (a === undefined || b === undefined) return null;
  const bits = Math.min(a.prefix, b.prefix, prefix);
  return Math.sign(maskIpv4(a.address, bits) - maskIpv4(b.address, bits));
}

function compareIpv6(left: string, right: string, prefix: number): number | null {
  const [a, b] = [parseIpv6(left), parseIpv6(right)];
  if (a === undefined || b === undefined) return null;
  const bits = Math.min(a.prefix, b.prefix, prefix);
  const [x, y] = [a, b].map((ip) => maskIpv6(ip.compatible ? ip.address | (0xffffn << 32n) : ip.address, bits));
  return x < y ? -1 : x > y ? 1 : 0;
}

function bindCompare(call: CallSite, compare: Compare, all: number): Kernel {
  const [left, right, mask] = [textArgument(call, 0), textArgument(call, 1), integerArgument(call, 2, all)];
  return (args) => {
    const prefix = mask(args) ?? all;
    const order = prefix < 0 || prefix > all ? null : compare(left(args), right(args), prefix);
    return order === null ? null : BigInt(order);
  };
}

function isZero(compare: Kernel): Kernel {
  return (args) => {
    const order = compare(args);
    return order === null ? null : order === 0n;
  };
}

function isInRangeIpv4(address: string, range: string): boolean | null {
  const [ip, network] = [parseIpv4(address), parseIpv4(range)];
  if (ip === undefined || network === undefined) return null;
  return maskIpv4(ip.address, network.prefix) === maskIpv4(network.address, network.prefix);
}

function isInRangeIpv6(address: string, range: string): boolean | null {
  const [ip, network] = [parseIpv6(address), parseIpv6(range)];
  if (ip === undefined || network === undefined) return null;
  return maskIpv6(ip.address, network.prefix) === maskIpv6(network.address, network.prefix);
}

/** True in one range; null when the address is none, or no range holds it and one is malformed. */
function bindInRanges(call: CallSite, isInRange: (address: string, range: string) => boolean | null): Kernel {
  const [text, ranges] = [textArgument(call, 0), textListArgument(call, 1)];
  return (args) => {
    const address = text(args);
    const truths = ranges(args).map((range) => isInRange(address, range));
    if (truths.includes(true)) return true;
    return truths.includes(null) ? null : false;
  };
}

/** The fewest prefixes that cover `[start, end]` exactly. */
function bindRangeToCidrs(call: CallSite): Kernel {
  const [from, to] = [textArgument(call, 0), textArgument(call, 1)];
  return (args) => {
    const [start, end] = [parseIpv4(from(args)), parseIpv4(to(args))];
    if (start === undefined || end === undefined || start.address > end.address) return null;
    const prefixes: string[] = [];
    for (let at = start.address; at <= end.address; ) {
      let prefix = 32;
      while (prefix > 0 && at % 2 ** (33 - prefix) === 0 && at + 2 ** (33 - prefix) - 1 <= end.address) prefix--;
      prefixes.push(`${ipv4Text(at)}/${prefix}`);
      at += 2 ** (32 - prefix);
    }
    return prefixes;
  };
}
