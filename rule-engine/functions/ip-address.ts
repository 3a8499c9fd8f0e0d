/** IPv4 and IPv6 addresses with their prefixes. */

/** An IPv4 network: the address as an unsigned 32-bit number and the bits of its prefix. */
export interface Ipv4 {
  readonly address: number;
  readonly prefix: number;
}

/** Reads `a.b.c.d` with an optional `/prefix`; undefined when the text is none. */
export function parseIpv4(text: string): Ipv4 | undefined {
  const parts = /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?\s*$/.exec(text);
  if (parts === null) return undefined;
  const bytes = parts.slice(1, 5).map(Number);
  const prefix = Number(parts[5] ?? 32);
  if (bytes.some((byte) => byte > 255) || prefix > 32) return undefined;
  return { address: ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0, prefix };
}

/** The address with all bits after the prefix zero. */
export function maskIpv4(address: number, prefix: number): number {
  return prefix <= 0 ? 0 : (address & (0xffffffff << (32 - prefix))) >>> 0;
}

export function ipv4Text(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** An IPv6 network: 128 bits; an IPv4 address is mapped to `::ffff:a.b.c.d`, its prefix counted from there. */
export interface Ipv6 {
  readonly address: bigint;
  readonly prefix: number;
  /** True when the text was `::a.b.c.d`: it compares like `a.b.c.d`. */
  readonly compatible: boolean;
}

/** Reads an IPv6 or IPv4 address with an optional `/prefix`; undefined when the text is none. */
export function parseIpv6(text: string): Ipv6 | undefined {
  const ipv4 = parseIpv4(text);
  if (ipv4 !== undefined) {
    return { address: (0xffffn << 32n) | BigInt(ipv4.address), prefix: ipv4.prefix + 96, compatible: false };
  }
  const parts = /^\s*([0-9a-fA-F:]*?)((?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?:%\w+)?(?:\/(\d{1,3}))?\s*$/.exec(text);
  if (parts === null || !parts[1].includes(':')) return undefined;
  const tail = parts[2] === undefined ? undefined : parseIpv4(parts[2]);
  if (parts[2] !== undefined && tail === undefined) return undefined;
  const groups =
    tail === undefined ? parts[1] : `${parts[1]}${hexGroup(tail.address >>> 16)}:${hexGroup(tail.address & 0xffff)}`;
  const address = groupsValue(groups);
  const given = Number(parts[3] ?? 128);
  const prefix = tail !== undefined && parts[3] !== undefined && given <= 32 ? given + 96 : given;
  return address === undefined || prefix > 128
    ? undefined
    : { address, prefix, compatible: tail !== undefined && address >> 32n === 0n };
}

function hexGroup(value: number): string {
  return value.toString(16);
}

function groupsValue(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - (right?.length ?? 0);
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array(right === undefined ? 0 : missing).fill('0'), ...(right ?? [])];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`);
}

export function maskIpv6(address: bigint, prefix: number): bigint {
  const dropped = BigInt(128 - Math.max(0, Math.min(128, prefix)));
  return (address >> dropped) << dropped;
}

/** Eight groups of four digits. */
export function ipv6Text(address: bigint): string {
  return (address.toString(16).padStart(32, '0').match(/.{4}/g) ?? []).join(':');
}
