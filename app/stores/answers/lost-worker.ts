/** A worker that gives no answers any more. */
export type LostWorker = 'language' | 'engine';

/** The way out of each loss: the language service starts in its place, the engine with the page and its kept files. */
export const startAnew: Readonly<Record<LostWorker, { readonly title: string; readonly run: () => void }>> = {
  language: { title: 'Start the language service again', run: () => void restartLanguage() },
  engine: { title: 'Load the page again', run: () => location.reload() },
};

/** The rule is then checked again. */
async function restartLanguage(): Promise<void> {
  const { languageClient } = await import('../../workers/language.ts');
  languageClient().restart();
}
