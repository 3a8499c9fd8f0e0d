import type { LoadProgress, SourceReport, StreamProgress } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { currentQuery } from '../rule/current-query.ts';
import type { UnreadFile } from './loading-file.ts';
import { pictures } from './loading-list.ts';
import { useMappingsStore } from './mappings-store.ts';
import { memoryBudget } from './memory-budget.ts';

/** Who is told how far a file is. */
interface ReadingProgress {
  readonly onLoading: (progress: LoadProgress) => void;
  readonly onStreaming: (progress: StreamProgress & { readonly stream: number }) => void;
}

/**
 * Has the engine load a file. One that is larger than the memory for events, or that is to be `streaming`, is evaluated part
 * by part, by the rule as it is now. Rejects with the engine's error.
 */
export async function readFile(
  { file, override, controller: { signal } }: UnreadFile,
  streaming: boolean,
  { onLoading, onStreaming }: ReadingProgress,
): Promise<SourceReport> {
  const { mappings: userMappings } = useMappingsStore.getState();
  const source = { file, ...(override && { override }), userMappings, memory: memoryBudget() };
  if (!streaming) {
    const loaded = await engine.request('load', source, { signal, onProgress: inPictures(onLoading) });
    if (loaded.overBudget === undefined) return loaded;
  }
  return engine.request('stream', { ...source, query: currentQuery() }, { signal, onProgress: onStreaming });
}

/** From the first report on: of thousands of files asked for together the last begins long after. */
function inPictures(tell: (progress: LoadProgress) => void): (progress: LoadProgress) => void {
  let shown: number | undefined;
  return (progress) => {
    const now = performance.now();
    shown ??= now;
    if (now - shown < pictures) return;
    shown = now;
    tell(progress);
  };
}
