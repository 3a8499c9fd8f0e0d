import type { UnreadableFile } from '../../stores/events/loading-file.ts';

/** What a drop held. */
export interface DroppedFiles {
  readonly files: readonly File[];
  /** Files and folders that the browser could not open. */
  readonly unreadable: readonly UnreadableFile[];
}

/**
 * The files of a drop, those within dropped folders among them, each folder's in the order of their names. Hidden ones
 * within folders are none that somebody meant. Must be called while the drop is being handled. Never rejects.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFiles> {
  const files = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return { files, unreadable: [] };
  const found = (await Promise.all(entries.map((entry) => (entry ? filesWithin(entry) : [])))).flat();
  return {
    files: found.flatMap((each) => (isUnreadable(each) ? [] : [each])),
    unreadable: found.filter(isUnreadable),
  };
}

function isUnreadable(found: File | UnreadableFile): found is UnreadableFile {
  return 'reason' in found;
}

async function filesWithin(entry: FileSystemEntry): Promise<readonly (File | UnreadableFile)[]> {
  try {
    return entry.isFile
      ? [await fileOf(entry as FileSystemFileEntry)]
      : await filesOf(entry as FileSystemDirectoryEntry);
  } catch (reason) {
    return [{ name: entry.fullPath.replace(/^\//, ''), reason }];
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function filesOf(folder: FileSystemDirectoryEntry): Promise<readonly (File | UnreadableFile)[]> {
  const entries = (await entriesOf(folder)).filter(({ name }) => !name.startsWith('.'));
  entries.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  return (await Promise.all(entries.map(filesWithin))).flat();
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives some entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}
