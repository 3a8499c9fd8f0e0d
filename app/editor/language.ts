import type { LanguageMethods } from '../../rule-engine/index.ts';
import { type Client, createClient } from '../engine/client.ts';

let client: Client<LanguageMethods> | undefined;

/**
 * The language worker's client; the first call starts the worker. Microsoft's service takes seconds of CPU to load, so
 * the first call belongs after the first hits are on screen. Requests made before it is ready wait in the worker.
 */
export function languageClient(): Client<LanguageMethods> {
  client ??= createClient<LanguageMethods>(
    new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module', name: 'language' }),
  );
  return client;
}

/** True once something has started the language worker. */
export function isLanguageStarted(): boolean {
  return client !== undefined;
}
