import { expect, it } from 'vitest';
import { droppedFiles } from './dropped-files.ts';

const refused = new Error('Permission to it was refused');

function fileEntry(name: string, isReadable = true): object {
  const file = (found: (file: File) => void, failed: (reason: Error) => void): void =>
    isReadable ? found(new File([], name)) : failed(refused);
  return { isFile: true, isDirectory: false, name, fullPath: `/case/${name}`, file };
}

function folderEntry(name: string, batches: readonly (readonly object[])[], isReadable = true): object {
  const left = [...batches, []];
  const readEntries = (found: (some: readonly object[]) => void, failed: (reason: Error) => void): void =>
    isReadable ? found(left.shift() ?? []) : failed(refused);
  return { isFile: false, isDirectory: true, name, fullPath: `/case/${name}`, createReader: () => ({ readEntries }) };
}

function drop(...entries: readonly object[]): DataTransfer {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { files: [], items } as unknown as DataTransfer;
}

it('reads the other files of a drop in which a file or a folder can’t be opened, and tells those', async () => {
  const shut = folderEntry('shut', [], false);
  const folder = folderEntry('day', [
    [fileEntry('b.csv'), fileEntry('locked.csv', false)],
    [shut, fileEntry('a.csv')],
  ]);
  const { files, unreadable } = await droppedFiles(drop(folder));
  expect(files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  expect(unreadable).toEqual([
    { name: 'case/locked.csv', reason: refused },
    { name: 'case/shut', reason: refused },
  ]);
});
