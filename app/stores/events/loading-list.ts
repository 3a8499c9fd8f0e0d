import {
  type LoadingFile,
  notBegun,
  notOpened,
  type UnreadableFile,
  type UnreadFile,
  unreadFile,
} from './loading-file.ts';
import type { OpenedFile } from './opened-files.ts';

/** Milliseconds between two pictures of how far a file is; one that is read sooner needs none. */
export const pictures = 150;

/** Changes the list of files that are on their way. */
type Change = (of: (files: readonly LoadingFile[]) => readonly LoadingFile[]) => void;

/** The files on their way into the engine, as they are listed on the page. */
export class LoadingList {
  readonly #change: Change;
  /** Those that are being read, by key. */
  readonly #unread = new Map<number, UnreadFile>();
  /** Those that were read since the last picture. */
  readonly #read = new Map<number, LoadingFile['state']>();

  constructor(change: Change) {
    this.#change = change;
  }

  /** Lists files about to be read. */
  add(opened: readonly OpenedFile[], replaces?: number): readonly UnreadFile[] {
    const added = opened.map((each) => unreadFile(each, replaces));
    for (const file of added) this.#unread.set(file.key, file);
    this.#change((files) => [...files, ...added.map(notBegun)]);
    return added;
  }

  /** Lists files that can't be read. */
  refuse(refused: readonly UnreadableFile[]): void {
    this.#change((files) => [...files, ...refused.map(notOpened)]);
  }

  /** The file of a key, while it is being read. */
  unread(key: number): UnreadFile | undefined {
    return this.#unread.get(key);
  }

  patch(key: number, state: LoadingFile['state']): void {
    this.#patchAll(new Map([[key, state]]));
  }

  /** Notes that a file is read: of thousands, not each is shown by itself. */
  noteRead(key: number, state: LoadingFile['state']): void {
    this.#unread.delete(key);
    if (this.#read.size === 0) setTimeout(() => this.showRead(), pictures);
    this.#read.set(key, state);
  }

  /** Shows the files that were read since the last time. */
  showRead(): void {
    if (this.#read.size === 0) return;
    const states = new Map(this.#read);
    this.#read.clear();
    this.#patchAll(states);
  }

  /** Takes a file from the list. */
  drop(key: number): void {
    this.#unread.delete(key);
    this.#change((files) => files.filter((file) => file.key !== key));
  }

  #patchAll(states: ReadonlyMap<number, LoadingFile['state']>): void {
    this.#change((files) =>
      files.map((file) => {
        const state = states.get(file.key);
        return state ? { ...file, state } : file;
      }),
    );
  }
}
