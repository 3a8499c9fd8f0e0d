/**
 * What is sent between the page and its two workers, as plain data: the engine worker holds tables and runs plans, the
 * language worker holds Microsoft's KQL service and turns text into plans. A request has an id and can be cancelled; its
 * answer, its progress and its error carry the same id.
 */
import type { Span } from '../../base/span.ts';

/** Why a request has no result. `span`: the place in the query's text that is to blame. */
export interface WorkerError {
  /** `cancelled`, `unsupported`, `out-of-memory`, `worker-lost`, a diagnostic's code, or `internal`. */
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}

/** From the page to a worker. */
export type ToWorker =
  /** Sent once, where memory can be shared: that of a `SharedProgress`. */
  | { readonly kind: 'share'; readonly buffer: SharedArrayBuffer }
  /** The progress of a request that `shares` is told by the memory, where there is some. */
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
      readonly shares: boolean;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asks for a sign of life. */
  | { readonly kind: 'ping' };

/** From a worker to the page. */
export type FromWorker =
  /** Sent once, when the worker can take requests. */
  | { readonly kind: 'ready' }
  /** Answers a `ping`, between what the worker does. */
  | { readonly kind: 'pong' }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  /** The request's progress is in the memory that is shared, until a newer one's takes its place. */
  | { readonly kind: 'shared-progress'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly error: WorkerError };
