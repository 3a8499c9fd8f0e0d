import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceFile } from '../ingest/load-source.ts';
import { DiskFile } from './disk-file.ts';

/** A file of the disk, or what a pipe holds, as the engine loads it. Rejects when it can't be read. */
export async function sourceFile(path: string): Promise<SourceFile> {
  const found = await stat(path);
  if (found.isDirectory()) throw new Error(`${path} can't be opened: it is a folder`);
  if (found.isFile()) return new DiskFile(path);
  return new File([new Uint8Array(await readFile(path))], basename(path));
}
