import type { LoadProgress, StreamProgress, WorkerError } from '../../../rule-engine/index.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import type { OpenedFile } from './opened-files.ts';

/** A file on its way into the engine, or one that did not get there. */
export interface LoadingFile {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly state:
    | { readonly phase: 'loading'; readonly progress: LoadProgress }
    /** Evaluated part by part, since it is larger than the memory for events. */
    | {
        readonly phase: 'streaming';
        readonly progress: StreamProgress & { readonly stream: number };
        readonly paused: boolean;
        /** What it had found when it was paused last, among the sources. */
        readonly source?: number;
      }
    /** Its source is loaded; it stays in the list until those opened with it are read, so that the list keeps still. */
    | { readonly phase: 'read'; readonly rows: number; readonly source: number }
    | { readonly phase: 'failed'; readonly error: WorkerError };
}

/** A file that is being read. */
export interface UnreadFile extends OpenedFile {
  readonly key: number;
  readonly controller: AbortController;
  /** The source whose place its rows take, until they do. */
  replaces: number | undefined;
}

/** A file, or a folder of some, that the browser could not open, and why. */
export interface UnreadableFile {
  readonly name: string;
  readonly reason: unknown;
}

let nextKey = 1;

/** A file about to be read, in the place of a source where there is one. */
export function unreadFile(opened: OpenedFile, replaces: number | undefined): UnreadFile {
  return { ...opened, key: nextKey++, controller: new AbortController(), replaces };
}

/** How it stands in the list before any of it is read. */
export function notBegun({ key, file: { name, size } }: UnreadFile): LoadingFile {
  const progress: LoadProgress = { bytesRead: 0, bytesTotal: size, rows: 0 };
  return { key, name, bytes: size, state: { phase: 'loading', progress } };
}

/** How a file stands in the list that the browser could not open. */
export function notOpened({ name, reason }: UnreadableFile): LoadingFile {
  return { key: nextKey++, name, bytes: 0, state: { phase: 'failed', error: asWorkerError(reason) } };
}

/** True when some of a file that is being read is read. */
export function isBegun({ state }: LoadingFile): boolean {
  return state.phase === 'streaming' || (state.phase === 'loading' && state.progress.bytesRead > 0);
}
