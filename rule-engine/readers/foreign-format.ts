/** Signatures of files that people take for logs, and what to do with them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly advice: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    advice: 'it is an old Excel workbook or one with a password: save it as xlsx without a password, or as CSV',
  },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], advice: 'it is a 7-Zip archive: unpack it, or pack it as zip' },
  { bytes: [0x52, 0x61, 0x72, 0x21], advice: 'it is a RAR archive: unpack it, or pack it as zip' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], advice: 'it is compressed by xz: unpack it, or compress it by gzip or zstd' },
  { bytes: [0x42, 0x5a, 0x68], advice: 'it is compressed by bzip2: unpack it, or compress it by gzip or zstd' },
  { bytes: [0x04, 0x22, 0x4d, 0x18], advice: 'it is compressed by lz4: unpack it, or compress it by gzip or zstd' },
  { bytes: [0x53, 0x51, 0x4c, 0x69], advice: 'it is an SQLite database: export its table as CSV' },
  { bytes: [0x25, 0x50, 0x44, 0x46], advice: 'it is a PDF' },
  { bytes: [0x30, 0x00, 0x00, 0x00, 0x4c, 0x66, 0x4c, 0x65], advice: 'it is an event log of Windows XP (evt)' },
  // Of libpcap in both byte orders, also with nanoseconds, and pcapng.
  ...[
    [0xd4, 0xc3, 0xb2, 0xa1],
    [0xa1, 0xb2, 0xc3, 0xd4],
    [0x4d, 0x3c, 0xb2, 0xa1],
    [0xa1, 0xb2, 0x3c, 0x4d],
    [0x0a, 0x0d, 0x0d, 0x0a],
  ].map((bytes) => ({ bytes, advice: 'it is a capture of network packets' })),
];

const GIT_LFS_POINTER = new TextEncoder().encode('version https://git-lfs.github.com/spec/v1');

/** What a file is that no reader takes, or why it is taken for no text, and what to do with it. */
export function foreignFormat(head: Uint8Array): string {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (known !== undefined) return known.advice;
  if (GIT_LFS_POINTER.every((byte, at) => head[at] === byte)) {
    return 'it only points to a file that Git LFS keeps: fetch that one by git lfs pull';
  }
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros === 0) return 'its format is unknown';
  return `its format is unknown, and ${zeros} of its first ${head.length} bytes are zero: it is a binary file, or damaged`;
}
