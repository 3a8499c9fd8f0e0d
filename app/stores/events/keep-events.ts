import { del, set } from 'idb-keyval';
import { create } from 'zustand';
import { keptKeys, noteOwnFiles } from '../kept/last-visit.ts';
import { isLoading, useEventsStore } from './events-store.ts';
import type { KeptEvents } from './kept-events.ts';
import { type OpenedFile, openedFiles } from './opened-files.ts';
import { isShippedSample, shippedSampleCount } from './sample-files.ts';

/** Bytes of event files that are kept in the browser over a reload. */
export const keptBytes = 64_000_000;

interface KeptEventsState {
  /** Names of loaded files that a reload will lose. */
  readonly left: readonly string[];
  /** True when that is for want of room in the browser, and not by the page's own limit. */
  readonly isFull: boolean;
}

export const useKeptEventsStore = create<KeptEventsState>()(() => ({ left: [], isFull: false }));

/** Keeps the event files after each change of what is loaded, once all are read. Returns how to stop. */
export function keepEvents(): () => void {
  let kept = useEventsStore.getState().sources;
  return useEventsStore.subscribe((now) => {
    if (now.sources === kept || isLoading(now)) return;
    kept = now.sources;
    void keep();
  });
}

async function keep(): Promise<void> {
  const opened = openedFiles(useEventsStore.getState().sources);
  const untouched = opened.length === shippedSampleCount && opened.every(({ file }) => isShippedSample(file));
  const { files, left } = untouched ? { files: [], left: [] } : withinLimit(opened);
  useKeptEventsStore.setState({ left, isFull: false });
  noteOwnFiles(!untouched);
  try {
    if (untouched) await del(keptKeys.events);
    else await set(keptKeys.events, { files, left });
  } catch {
    const own = opened.filter(({ file }) => !isShippedSample(file));
    useKeptEventsStore.setState({ left: own.map(({ file }) => file.name), isFull: true });
  }
}

/** The files that fit, in their order, and the names of the others. */
export function withinLimit(opened: readonly OpenedFile[]): KeptEvents {
  let free = keptBytes;
  const files: OpenedFile[] = [];
  const left: string[] = [];
  for (const entry of opened) {
    if (entry.file.size > free) left.push(entry.file.name);
    else {
      files.push(entry);
      free -= entry.file.size;
    }
  }
  return { files, left };
}
