import type { SourceOverride, SourceReport } from '../../../rule-engine/index.ts';

/** A file and how the reader had it read. */
export interface OpenedFile {
  readonly file: File;
  readonly override: SourceOverride | undefined;
}

/** Files of loaded sources, so that they can be read again another way. */
const files = new Map<number, OpenedFile>();
/** The key under which each file was first read. */
const fileKeys = new WeakMap<File, number>();

/** Notes the file of a new source, and the key under which it was read. */
export function noteFile(source: number, opened: OpenedFile, key: number): void {
  files.set(source, opened);
  if (!fileKeys.has(opened.file)) fileKeys.set(opened.file, key);
}

/** The sources whose files are known. */
export function sourcesOfFiles(): readonly number[] {
  return [...files.keys()];
}

/** Lets go of a source's file. */
export function forgetFile(source: number): void {
  files.delete(source);
}

/** The file of a loaded source. */
export function openedFile(source: number): OpenedFile | undefined {
  return files.get(source);
}

/** The files of loaded sources, in their order. */
export function openedFiles(sources: readonly Pick<SourceReport, 'id'>[]): readonly OpenedFile[] {
  return sources.flatMap(({ id }) => files.get(id) ?? []);
}

/** The same for a source that is read again another way, while its id is another one. */
export function sourceKey(source: number): string {
  const file = files.get(source)?.file;
  return file ? `file ${fileKeys.get(file)}` : `source ${source}`;
}
