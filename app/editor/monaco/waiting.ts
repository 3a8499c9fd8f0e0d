import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';

/**
 * Monaco waits aloud for the fixes of a place and takes no notice when the next letter cancels them: without this each such
 * letter is an unhandled rejection. To be called before anything of Monaco's is used.
 */
export function registerWaiting(): void {
  const run = { total: () => undefined, worked: () => undefined, done: () => undefined };
  const showWhile = (promise: Promise<unknown>): Promise<void> =>
    promise.then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof Error && error.name === 'Canceled')) throw error;
      },
    );
  StandaloneServices.initialize({ editorProgressService: { show: () => run, showWhile } });
}
