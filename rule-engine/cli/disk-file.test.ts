import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourceChunks } from '../ingest/containers/source-chunks.ts';
import { DiskFile } from './disk-file.ts';

const content = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 7919) >>> 8);
const path = join(mkdtempSync(join(tmpdir(), 'disk-file-')), 'events.csv');
writeFileSync(path, content);

test('slices are those of a Blob', async () => {
  const file = new DiskFile(path);
  const blob = new Blob([content]);
  expect([file.name, file.size]).toEqual(['events.csv', content.length]);
  for (const [start, end] of [
    [0, 10],
    [2_499_990, 3_000_000],
    [3_000_000, 3_000_001],
    [5, 5],
  ]) {
    expect(await file.slice(start, end).arrayBuffer()).toEqual(await blob.slice(start, end).arrayBuffer());
  }
  expect(await file.slice(100, 200).slice(50, 60).arrayBuffer()).toEqual(content.slice(150, 160).buffer);
});

test('chunks that are given back hold the bytes that come later', async () => {
  const chunks = new SourceChunks(new DiskFile(path));
  const read: Uint8Array[] = [];
  const buffers = new Set<ArrayBufferLike>();
  for await (const chunk of chunks) {
    read.push(chunk.slice());
    buffers.add(chunk.buffer);
    chunks.giveBack(chunk);
  }
  expect(Buffer.concat(read).equals(content)).toBe(true);
  expect(buffers.size).toBe(2);
});
