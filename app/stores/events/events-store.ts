import { create } from 'zustand';
import type {
  LoadProgress,
  SourceOverride,
  SourceReport,
  StreamProgress,
  TableReport,
  WorkerError,
} from '../../../rule-engine/index.ts';
import { isCancelled } from '../../workers/client.ts';
import { engine } from '../../workers/engine.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { currentQuery } from '../rule/current-query.ts';
import { useMappingsStore } from './mappings-store.ts';
import { memoryBudget } from './memory-budget.ts';

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

/** A file and how the reader had it read. */
export interface OpenedFile {
  readonly file: File;
  readonly override: SourceOverride | undefined;
}

/** A file, or a folder of some, that the browser could not open, and why. */
export interface UnreadableFile {
  readonly name: string;
  readonly reason: unknown;
}

/** One that stands in `loading`. */
interface ListedFile extends OpenedFile {
  readonly key: number;
  readonly controller: AbortController;
  /** The source whose place its rows take, until they do. */
  replaces: number | undefined;
}

interface EventsState {
  readonly sources: readonly SourceReport[];
  readonly loading: readonly LoadingFile[];
  readonly tables: readonly TableReport[];
  /** Grows each time the loaded events change. */
  readonly revision: number;
  readonly actions: {
    /**
     * Loads files side by side with what is loaded; where nothing is, the first is shown before the others are read, which
     * wait then for what `beforeOthers` does. Never rejects: failures stand in `loading`.
     */
    readonly open: (files: readonly File[], beforeOthers?: () => Promise<void>) => Promise<void>;
    /** The same for files that were open before. */
    readonly reopen: (files: readonly OpenedFile[], beforeOthers?: () => Promise<void>) => Promise<void>;
    /** Lists files that can't be read, each with its reason. */
    readonly refuse: (files: readonly UnreadableFile[]) => void;
    readonly cancel: (key: number) => void;
    /** Holds a file that is evaluated part by part; what was found so far is shown. */
    readonly pause: (key: number) => Promise<void>;
    readonly resume: (key: number) => Promise<void>;
    /** Evaluates a source again, of which only some rows were kept, by the rule as it is now. */
    readonly readAgain: (source: number) => Promise<void>;
    /** Takes a failed file from the list. */
    readonly dismiss: (key: number) => void;
    readonly remove: (source: number) => Promise<void>;
    /** Reads a source again, as the format, mapping or table that the user names. */
    readonly reload: (source: number, override: SourceOverride) => Promise<void>;
  };
}

/** Milliseconds between two pictures of how far a file is; one that is read sooner needs none. */
const pictures = 150;

/** Those of `loading` that are being read, by key. */
const unread = new Map<number, ListedFile>();
/** Files of loaded sources, so that they can be read again another way. */
const files = new Map<number, OpenedFile>();
/** The key under which each file was first read. */
const fileKeys = new WeakMap<File, number>();
let nextKey = 1;

export const useEventsStore = create<EventsState>()((set, get) => {
  const patchAll = (states: ReadonlyMap<number, LoadingFile['state']>): void =>
    set(({ loading }) => ({
      loading: loading.map((file) => {
        const state = states.get(file.key);
        return state ? { ...file, state } : file;
      }),
    }));
  const patch = (key: number, state: LoadingFile['state']): void => patchAll(new Map([[key, state]]));
  const read = new Map<number, LoadingFile['state']>();
  /** Shows the files that were read since the last time: of thousands, not each by itself. */
  const showRead = (): void => {
    if (read.size === 0) return;
    const states = new Map(read);
    read.clear();
    patchAll(states);
  };
  const noteRead = (key: number, state: LoadingFile['state']): void => {
    if (read.size === 0) setTimeout(showRead, pictures);
    read.set(key, state);
  };
  const drop = (key: number): void => {
    unread.delete(key);
    set(({ loading }) => ({ loading: loading.filter((file) => file.key !== key) }));
  };
  /** Notes the file of a new source, and drops the source whose place that takes. */
  const settle = async (source: number, listed: ListedFile): Promise<void> => {
    const { key, file, override, replaces } = listed;
    files.set(source, { file, override });
    if (!fileKeys.has(file)) fileKeys.set(file, key);
    listed.replaces = undefined;
    if (replaces !== undefined) await engine.request('remove-source', { source: replaces });
  };
  /** Asks the engine what is loaded. The lines of files that were `read` give way to their sources. */
  const refresh = async (ended: readonly ListedFile[] = []): Promise<void> => {
    const known = [...files.keys()];
    const [sources, tables] = await Promise.all([engine.request('sources', null), engine.request('tables', null)]);
    for (const id of known) if (!sources.some((source) => source.id === id)) files.delete(id);
    const keys = new Set(ended.map(({ key }) => key));
    showRead();
    set(({ revision, loading }) => ({
      sources,
      tables,
      revision: revision + 1,
      loading: loading.filter(({ key, state }) => state.phase !== 'read' || !keys.has(key)),
    }));
  };

  const patchStream = (key: number, progress: StreamProgress & { readonly stream: number }): void => {
    const state = get().loading.find((file) => file.key === key)?.state;
    patch(key, { paused: false, ...(state?.phase === 'streaming' && state), phase: 'streaming', progress });
  };
  const hold = async (key: number, paused: boolean): Promise<void> => {
    const state = get().loading.find((file) => file.key === key)?.state;
    if (state?.phase !== 'streaming') return;
    patch(key, { ...state, paused });
    const { stream } = state.progress;
    try {
      if (paused) await showFound(key, await engine.request('pause-stream', { stream }));
      else await engine.request('resume-stream', { stream });
    } catch {
      // It has ended meanwhile: its own request says how.
    }
  };
  /** Shows what a paused stream has found so far, in place of what it had found before. */
  const showFound = async (key: number, found: SourceReport | null): Promise<void> => {
    const file = unread.get(key);
    if (found === null || file === undefined) return;
    await settle(found.id, file);
    const state = get().loading.find((one) => one.key === key)?.state;
    if (state?.phase === 'streaming') patch(key, { ...state, source: found.id });
    await refresh();
  };

  const list = (opened: readonly OpenedFile[], replaces?: number): readonly ListedFile[] => {
    const listed = opened.map((each) => ({ ...each, key: nextKey++, controller: new AbortController(), replaces }));
    for (const file of listed) unread.set(file.key, file);
    set(({ loading }) => ({ loading: [...loading, ...listed.map(unreadFile)] }));
    return listed;
  };

  const load = async (listed: ListedFile, streaming = false): Promise<boolean> => {
    const { key, file, override } = listed;
    const { signal } = listed.controller;
    const userMappings = useMappingsStore.getState().mappings;
    const source = { file, ...(override && { override }), userMappings, memory: memoryBudget() };
    // From its first report on: of thousands asked for together the last begins long after.
    let shown: number | undefined;
    const onProgress = (progress: LoadProgress): void => {
      const now = performance.now();
      shown ??= now;
      if (now - shown < pictures) return;
      shown = now;
      patch(key, { phase: 'loading', progress });
    };
    try {
      const loaded = streaming ? undefined : await engine.request('load', source, { signal, onProgress });
      const report =
        loaded !== undefined && loaded.overBudget === undefined
          ? loaded
          : await engine.request(
              'stream',
              { ...source, query: currentQuery() },
              { signal, onProgress: (progress) => patchStream(key, progress) },
            );
      await settle(report.id, listed);
      unread.delete(key);
      noteRead(key, { phase: 'read', rows: rowsOf(report.tables), source: report.id });
      return true;
    } catch (error) {
      if (isCancelled(error)) drop(key);
      else patch(key, { phase: 'failed', error: asWorkerError(error) });
      return false;
    }
  };

  const reopen: EventsState['actions']['reopen'] = async (opened, beforeOthers) => {
    const listed = list(opened);
    const first = get().sources.length === 0 ? listed.slice(0, 1) : [];
    const others = listed.slice(first.length);
    const loaded = await Promise.all(first.map((file) => load(file)));
    if (loaded.includes(true) && others.length > 0) {
      await refresh();
      await beforeOthers?.();
    }
    // The engine takes them one after the other; asked for together, none waits for the page to hear of the one before.
    loaded.push(...(await Promise.all(others.map((file) => load(file)))));
    if (loaded.includes(true)) await refresh(listed);
  };

  /** Reads a source's file again in its place. */
  const replace = async (source: number, override: SourceOverride | undefined, streaming: boolean): Promise<void> => {
    const opened = files.get(source);
    if (!opened) return;
    const listed = list([{ file: opened.file, override }], source);
    if (await load(listed[0], streaming)) await refresh(listed);
  };

  return {
    sources: [],
    loading: [],
    tables: [],
    revision: 0,
    actions: {
      open: (opened, beforeOthers) =>
        reopen(
          opened.map((file) => ({ file, override: undefined })),
          beforeOthers,
        ),
      reopen,
      refuse: (refused) => set(({ loading }) => ({ loading: [...loading, ...refused.map(unreadableFile)] })),
      cancel: (key) => unread.get(key)?.controller.abort(),
      pause: (key) => hold(key, true),
      resume: (key) => hold(key, false),
      readAgain: (source) => replace(source, files.get(source)?.override, true),
      dismiss: drop,
      remove: async (source) => {
        await engine.request('remove-source', { source });
        await refresh();
      },
      reload: (source, override) => replace(source, override, false),
    },
  };
});

function unreadFile({ key, file: { name, size } }: ListedFile): LoadingFile {
  const progress: LoadProgress = { bytesRead: 0, bytesTotal: size, rows: 0 };
  return { key, name, bytes: size, state: { phase: 'loading', progress } };
}

function unreadableFile({ name, reason }: UnreadableFile): LoadingFile {
  return { key: nextKey++, name, bytes: 0, state: { phase: 'failed', error: asWorkerError(reason) } };
}

/** The files of the loaded sources, in their order. */
export function openedFiles({ sources }: Pick<EventsState, 'sources'>): readonly OpenedFile[] {
  return sources.flatMap(({ id }) => files.get(id) ?? []);
}

/** The same for a source that is read again another way, while its id is another one. */
export function sourceKey(source: number): string {
  const file = files.get(source)?.file;
  return file ? `file ${fileKeys.get(file)}` : `source ${source}`;
}

/** The file of a loaded source. */
export function openedFile(source: number): OpenedFile | undefined {
  return files.get(source);
}

/** The rows of all loaded tables. */
export function loadedRows({ tables }: Pick<EventsState, 'tables'>): number {
  return rowsOf(tables);
}

function rowsOf(tables: readonly { readonly rows: number }[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** True for a source of which nothing could be made. */
export function isUnread({ tables, errorCount }: Pick<SourceReport, 'tables' | 'errorCount'>): boolean {
  return tables.length === 0 && errorCount > 0;
}

/** How many of the opened files could not be read. */
export function unreadCount({ sources, loading }: Pick<EventsState, 'sources' | 'loading'>): number {
  return sources.filter(isUnread).length + loading.filter(({ state }) => state.phase === 'failed').length;
}

/** True while a file is being read. */
export function isLoading({ loading }: Pick<EventsState, 'loading'>): boolean {
  return loading.some(({ state }) => state.phase === 'loading' || (state.phase === 'streaming' && !state.paused));
}

/** True when some of a file that is being read is read. */
export function isBegun({ state }: LoadingFile): boolean {
  return state.phase === 'streaming' || (state.phase === 'loading' && state.progress.bytesRead > 0);
}
