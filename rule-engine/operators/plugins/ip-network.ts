import { parseIpv4 } from '../../functions/ip-address.ts';

/** A range of addresses: the first `prefix` of `bits` bits of `address`. */
export interface IpNetwork {
  readonly address: bigint;
  readonly prefix: number;
}

/** Reads `10.1.2.3` or `10.1.0.0/16`; undefined when it is neither. */
export function parseIpv4Network(text: string): IpNetwork | undefined {
  const network = parseIpv4(text);
  return network && { address: BigInt(network.address), prefix: network.prefix };
}

/** Reads an IPv6 or IPv4 address with or without a prefix, as 128 bits; undefined when it is none. */
export function parseIpv6Network(text: string): IpNetwork | undefined {
  const [addressText, prefixText, more] = text.trim().split('/');
  if (more !== undefined) return undefined;
  const v4 = parseIpv4Network(addressText);
  if (v4 !== undefined) {
    const prefix = prefixText === undefined ? 128 : Number(prefixText) + 96;
    return prefix <= 128 ? { address: 0xffff_0000_0000n | v4.address, prefix } : undefined;
  }
  const address = parseIpv6(addressText);
  const prefix = prefixText === undefined ? 128 : Number(prefixText);
  return address === undefined || !(prefix >= 0 && prefix <= 128) ? undefined : { address, prefix };
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(groupsOf)));
  const given = groups.reduce((total, half) => total + half.length, 0);
  if (halves.length === 1 ? given !== 8 : given > 7) return undefined;
  const [head, tail = []] = groups;
  const whole = [...head, ...new Array<number>(8 - given).fill(0), ...tail];
  if (whole.some((group) => !(group >= 0 && group <= 0xffff))) return undefined;
  return whole.reduce((address, group) => (address << 16n) | BigInt(group), 0n);
}

function groupsOf(text: string): number[] {
  const v4 = parseIpv4Network(text);
  if (v4 !== undefined) return [Number(v4.address >> 16n), Number(v4.address & 0xffffn)];
  return [/^[0-9a-fA-F]{1,4}$/.test(text) ? Number.parseInt(text, 16) : Number.NaN];
}
