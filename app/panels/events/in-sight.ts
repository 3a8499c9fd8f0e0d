import type { LoadingFile } from '../../stores/events/loading-file.ts';

/** Of more files than can be listed those that ask for something or are at work: failed ones, then what is not read yet. */
export function inSight(files: readonly LoadingFile[], listed: number): readonly LoadingFile[] {
  if (files.length <= listed) return files;
  const ofPhase = (...phases: readonly string[]): readonly LoadingFile[] =>
    files.filter(({ state }) => phases.includes(state.phase));
  return [...ofPhase('failed'), ...ofPhase('streaming', 'loading'), ...ofPhase('read')].slice(0, listed);
}
