import { settledWithin } from '../browser/settled-within.ts';

/** Milliseconds after which what waits for the editor no longer does. */
const patience = 1500;

let tell: () => void = () => undefined;
const loaded = new Promise<void>((resolve) => {
  tell = resolve;
});

/** To be called when the editor's code has run, or will not. */
export function editorIsLoaded(): void {
  tell();
}

/** Resolves when the editor's code has run, at the latest in a while: on two cores, other work until then puts the editor off. */
export function afterEditorIsLoaded(): Promise<void> {
  return settledWithin(loaded, patience);
}
