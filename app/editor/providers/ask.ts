import type { LanguageMethods } from '../../../rule-engine/index.ts';
import { languageClient } from '../../workers/language.ts';

/** Monaco's sign that it no longer wants an answer. */
interface CancellationToken {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): unknown;
}

/**
 * Asks the language worker on behalf of a provider: undefined when monaco loses interest first, or when the worker can't
 * say. A failed hint is no event that a person should be told of; what is wrong with the query is told by `compile`.
 */
export async function ask<K extends keyof LanguageMethods>(
  method: K,
  params: LanguageMethods[K]['params'],
  token: CancellationToken,
): Promise<LanguageMethods[K]['result'] | undefined> {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  try {
    const result = await languageClient().request(method, params, { signal: controller.signal });
    return token.isCancellationRequested ? undefined : result;
  } catch {
    return undefined;
  }
}
