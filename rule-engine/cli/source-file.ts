import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceFile } from '../ingest/load-source.ts';

/** A file of the disk as the engine loads it. Rejects when it can't be read. */
export async function sourceFile(path: string): Promise<SourceFile> {
  return new File([new Uint8Array(await readFile(path))], basename(path));
}
