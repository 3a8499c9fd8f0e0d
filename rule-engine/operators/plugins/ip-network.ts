import { parseIpv4, parseIpv6 } from '../../functions/ip-address.ts';

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
  return parseIpv6(text);
}
