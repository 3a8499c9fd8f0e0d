import { expect, it } from 'vitest';
import { foreignFormat } from './foreign-format.ts';

it.each([
  ['PCAP', [0xd4, 0xc3, 0xb2, 0xa1, 2, 0]],
  ['PCAP in the other byte order, with nanoseconds', [0xa1, 0xb2, 0x3c, 0x4d, 0, 2]],
  ['PCAPNG', [0x0a, 0x0d, 0x0d, 0x0a, 0x1c, 0]],
])('names a capture of packets: %s', (_, head) => {
  expect(foreignFormat(Uint8Array.from(head))).toBe('it is a capture of network packets');
});

it('does not guess what else begins like one', () => {
  expect(foreignFormat(Uint8Array.from([0x0a, 0x0d, 0x0a, 0x41]))).toBe('its format is unknown');
});

it('names what Git LFS leaves in the place of a file', () => {
  const pointer = new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\noid sha256:0a\nsize 7\n');
  expect(foreignFormat(pointer)).toMatch(/^it only points to a file that Git LFS keeps/);
});
