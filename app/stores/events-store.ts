import { create } from 'zustand';
import type {
  LoadProgress,
  SourceOverride,
  SourceReport,
  StreamProgress,
  TableReport,
  WorkerError,
} from '../../rule-engine/index.ts';
import { isCancelled } from '../engine/client.ts';
import { engine } from '../engine/engine.ts';
import { currentQuery } from './current-query.ts';
import { useMappingsStore } from './mappings-store.ts';
import { memoryBudget } from './memory-budget.ts';
import { asWorkerError } from './worker-error.ts';

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
      }
    | { readonly phase: 'failed'; readonly error: WorkerError };
}

/** A file and how the reader had it read. */
export interface OpenedFile {
  readonly file: File;
  readonly override: SourceOverride | undefined;
}

interface EventsState {
  readonly sources: readonly SourceReport[];
  readonly loading: readonly LoadingFile[];
  readonly tables: readonly TableReport[];
  /** Grows each time the loaded events change. */
  readonly revision: number;
  readonly actions: {
    /** Loads files side by side with what is loaded. Never rejects: failures stand in `loading`. */
    readonly open: (files: readonly File[]) => Promise<void>;
    /** The same for files that were open before. */
    readonly reopen: (files: readonly OpenedFile[]) => Promise<void>;
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

const controllers = new Map<number, AbortController>();
/** Files of loaded sources, so that they can be read again another way. */
const files = new Map<number, OpenedFile>();
/** Keys of files that are read and stand in `loading` until the sources are known that they became: the list keeps still. */
const read = new Set<number>();
/** The key under which each file was first read. */
const fileKeys = new WeakMap<File, number>();
let nextKey = 1;

export const useEventsStore = create<EventsState>()((set, get) => {
  const patch = (key: number, state: LoadingFile['state']): void =>
    set(({ loading }) => ({ loading: loading.map((file) => (file.key === key ? { ...file, state } : file)) }));
  const drop = (key: number): void => {
    controllers.delete(key);
    set(({ loading }) => ({ loading: loading.filter((file) => file.key !== key) }));
  };
  const refresh = async (): Promise<void> => {
    const listed = new Set(read);
    const [sources, tables] = await Promise.all([engine.request('sources', null), engine.request('tables', null)]);
    for (const id of [...files.keys()]) if (!sources.some((source) => source.id === id)) files.delete(id);
    for (const key of listed) read.delete(key);
    set(({ revision, loading }) => ({
      sources,
      tables,
      revision: revision + 1,
      loading: loading.filter(({ key }) => !listed.has(key)),
    }));
  };

  const patchStream = (key: number, progress: StreamProgress & { readonly stream: number }): void => {
    const state = get().loading.find((file) => file.key === key)?.state;
    patch(key, { phase: 'streaming', progress, paused: state?.phase === 'streaming' && state.paused });
  };
  const hold = async (key: number, paused: boolean): Promise<void> => {
    const state = get().loading.find((file) => file.key === key)?.state;
    if (state?.phase !== 'streaming') return;
    patch(key, { ...state, paused });
    try {
      await engine.request(paused ? 'pause-stream' : 'resume-stream', { stream: state.progress.stream });
    } catch {
      // It has ended meanwhile: its own request says how.
      return;
    }
    if (paused) await refresh();
  };

  const load = async (file: File, override?: SourceOverride, streaming = false): Promise<boolean> => {
    const key = nextKey++;
    const controller = new AbortController();
    controllers.set(key, controller);
    const progress: LoadProgress = { bytesRead: 0, bytesTotal: file.size, rows: 0 };
    const entry: LoadingFile = { key, name: file.name, bytes: file.size, state: { phase: 'loading', progress } };
    set(({ loading }) => ({ loading: [...loading, entry] }));
    const userMappings = useMappingsStore.getState().mappings;
    const { signal } = controller;
    const source = { file, ...(override && { override }), userMappings, memory: memoryBudget() };
    try {
      const loaded = streaming
        ? undefined
        : await engine.request('load', source, {
            signal,
            onProgress: (progress) => patch(key, { phase: 'loading', progress }),
          });
      const report =
        loaded !== undefined && loaded.overBudget === undefined
          ? loaded
          : await engine.request(
              'stream',
              { ...source, query: currentQuery() },
              { signal, onProgress: (progress) => patchStream(key, progress) },
            );
      files.set(report.id, { file, override });
      if (!fileKeys.has(file)) fileKeys.set(file, key);
      controllers.delete(key);
      read.add(key);
      return true;
    } catch (error) {
      if (isCancelled(error)) drop(key);
      else patch(key, { phase: 'failed', error: asWorkerError(error) });
      return false;
    }
  };

  const reopen = async (opened: readonly OpenedFile[]): Promise<void> => {
    // The engine takes them one after the other; asked for together, none waits for the page to hear of the one before.
    const loaded = await Promise.all(opened.map(({ file, override }) => load(file, override)));
    if (loaded.includes(true)) await refresh();
  };

  return {
    sources: [],
    loading: [],
    tables: [],
    revision: 0,
    actions: {
      open: (opened) => reopen(opened.map((file) => ({ file, override: undefined }))),
      reopen,
      cancel: (key) => controllers.get(key)?.abort(),
      pause: (key) => hold(key, true),
      resume: (key) => hold(key, false),
      readAgain: async (source) => {
        const opened = files.get(source);
        if (!opened || !(await load(opened.file, opened.override, true))) return;
        await engine.request('remove-source', { source });
        await refresh();
      },
      dismiss: drop,
      remove: async (source) => {
        await engine.request('remove-source', { source });
        await refresh();
      },
      reload: async (source, override) => {
        const opened = files.get(source);
        if (!opened || !(await load(opened.file, override))) return;
        await engine.request('remove-source', { source });
        await refresh();
      },
    },
  };
});

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
  return tables.reduce((sum, table) => sum + table.rows, 0);
}

/** True while a file is being read. */
export function isLoading({ loading }: Pick<EventsState, 'loading'>): boolean {
  return loading.some(({ state }) => state.phase === 'loading' || (state.phase === 'streaming' && !state.paused));
}
