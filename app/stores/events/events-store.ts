import { create } from 'zustand';
import type { SourceOverride, SourceReport, StreamProgress, TableReport } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isCancelled } from '../../workers/request-error.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import type { LoadingFile, UnreadableFile, UnreadFile } from './loading-file.ts';
import { LoadingList } from './loading-list.ts';
import { forgetFile, noteFile, type OpenedFile, openedFile, sourcesOfFiles } from './opened-files.ts';
import { readFile } from './read-file.ts';

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

export const useEventsStore = create<EventsState>()((set, get) => {
  const list = new LoadingList((of) => set(({ loading }) => ({ loading: of(loading) })));
  const stateOf = (key: number): LoadingFile['state'] | undefined =>
    get().loading.find((file) => file.key === key)?.state;

  /** Notes the file of a new source, and drops the source whose place that takes. */
  const settle = async (source: number, unread: UnreadFile): Promise<void> => {
    const { key, file, override, replaces } = unread;
    noteFile(source, { file, override }, key);
    unread.replaces = undefined;
    if (replaces !== undefined) await engine.request('remove-source', { source: replaces });
  };
  /** Asks the engine what is loaded. The lines of files that were `read` give way to their sources. */
  const refresh = async (ended: readonly UnreadFile[] = []): Promise<void> => {
    const known = sourcesOfFiles();
    const [sources, tables] = await Promise.all([engine.request('sources', null), engine.request('tables', null)]);
    for (const id of known) if (!sources.some((source) => source.id === id)) forgetFile(id);
    const keys = new Set(ended.map(({ key }) => key));
    list.showRead();
    set(({ revision, loading }) => ({
      sources,
      tables,
      revision: revision + 1,
      loading: loading.filter(({ key, state }) => state.phase !== 'read' || !keys.has(key)),
    }));
  };

  const showStreaming = (key: number, progress: StreamProgress & { readonly stream: number }): void => {
    const state = stateOf(key);
    list.patch(key, { paused: false, ...(state?.phase === 'streaming' && state), phase: 'streaming', progress });
  };
  const hold = async (key: number, paused: boolean): Promise<void> => {
    const state = stateOf(key);
    if (state?.phase !== 'streaming') return;
    list.patch(key, { ...state, paused });
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
    const unread = list.unread(key);
    if (found === null || unread === undefined) return;
    await settle(found.id, unread);
    const state = stateOf(key);
    if (state?.phase === 'streaming') list.patch(key, { ...state, source: found.id });
    await refresh();
  };

  const load = async (unread: UnreadFile, streaming = false): Promise<boolean> => {
    const { key } = unread;
    try {
      const report = await readFile(unread, streaming, {
        onLoading: (progress) => list.patch(key, { phase: 'loading', progress }),
        onStreaming: (progress) => showStreaming(key, progress),
      });
      await settle(report.id, unread);
      list.noteRead(key, { phase: 'read', rows: loadedRows(report), source: report.id });
      return true;
    } catch (error) {
      if (isCancelled(error)) list.drop(key);
      else list.patch(key, { phase: 'failed', error: asWorkerError(error) });
      return false;
    }
  };

  const reopen: EventsState['actions']['reopen'] = async (opened, beforeOthers) => {
    const unread = list.add(opened);
    const first = get().sources.length === 0 ? unread.slice(0, 1) : [];
    const others = unread.slice(first.length);
    const loaded = await Promise.all(first.map((file) => load(file)));
    if (loaded.includes(true) && others.length > 0) {
      await refresh();
      await beforeOthers?.();
    }
    // The engine takes them one after the other; asked for together, none waits for the page to hear of the one before.
    loaded.push(...(await Promise.all(others.map((file) => load(file)))));
    if (loaded.includes(true)) await refresh(unread);
  };

  /** Reads a source's file again in its place. */
  const replace = async (source: number, override: SourceOverride | undefined, streaming: boolean): Promise<void> => {
    const opened = openedFile(source);
    if (!opened) return;
    const [unread] = list.add([{ file: opened.file, override }], source);
    if (await load(unread, streaming)) await refresh([unread]);
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
      refuse: (refused) => list.refuse(refused),
      cancel: (key) => list.unread(key)?.controller.abort(),
      pause: (key) => hold(key, true),
      resume: (key) => hold(key, false),
      readAgain: (source) => replace(source, openedFile(source)?.override, true),
      dismiss: (key) => list.drop(key),
      remove: async (source) => {
        await engine.request('remove-source', { source });
        await refresh();
      },
      reload: (source, override) => replace(source, override, false),
    },
  };
});

/** The rows of all loaded tables, or of those of one source. */
export function loadedRows({ tables }: { readonly tables: readonly { readonly rows: number }[] }): number {
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
