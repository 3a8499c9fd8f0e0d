import type { WorkerError } from '../../../rule-engine/index.ts';
import { RequestError } from '../../workers/request-error.ts';

/** What is shown of a failed request. */
export function asWorkerError(error: unknown): WorkerError {
  if (error instanceof RequestError) {
    return { code: error.code, message: error.message, ...(error.span && { span: error.span }) };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
