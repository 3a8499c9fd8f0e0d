/** Starts the language service anew; the rule is then checked again. */
export async function restartLanguage(): Promise<void> {
  const { languageClient } = await import('../../workers/language.ts');
  languageClient().restart();
}
