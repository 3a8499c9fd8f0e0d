/**
 * The files of a drop, those within dropped folders among them, each folder's in the order of their names. Hidden ones
 * within folders are none that somebody meant. Must be called while the drop is being handled.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const files = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found = await Promise.all(entries.map((entry) => (entry ? filesWithin(entry) : [])));
  return found.flat();
}

async function filesWithin(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  }
  const entries = (await entriesOf(entry as FileSystemDirectoryEntry)).filter(({ name }) => !name.startsWith('.'));
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
