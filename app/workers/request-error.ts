import type { WorkerError } from '../../rule-engine/index.ts';

/** Why a worker did not answer: its `code` says what to do (`cancelled`, `unsupported`, `out-of-memory`, …). */
export class RequestError extends Error {
  readonly code: WorkerError['code'];
  readonly span: WorkerError['span'];

  constructor(error: WorkerError) {
    super(error.message);
    this.name = 'RequestError';
    this.code = error.code;
    this.span = error.span;
  }
}

/** True for the error of a request that was cancelled, by us or by a newer one. */
export function isCancelled(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'cancelled';
}

/** The error of a request that was cancelled. */
export function cancelledError(): RequestError {
  return new RequestError({ code: 'cancelled', message: 'The request was cancelled' });
}
