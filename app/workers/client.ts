/** What a method takes, answers and tells meanwhile. */
export interface MethodShape {
  params: unknown;
  result: unknown;
  progress: unknown;
}

export interface RequestOptions<Progress> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Called in place of `onProgress` within an animation frame, when the worker has told its progress before that frame: what
   * follows from it is painted with what the page paints in it. Only of requests by `latest`.
   */
  readonly onProgressInFrame?: ((progress: Progress) => void) | undefined;
}

/** The page's side of a worker: promises for its methods. */
export interface Client<M extends { [K in keyof M]: MethodShape }> {
  /**
   * Asks the worker. Rejects with a `RequestError`. When `signal` aborts, the worker is told to stop and the promise
   * rejects at once with the code `cancelled`.
   */
  request<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']>;
  /** As `request`, and cancels the former `latest` of the same method that has not ended: the newest wins. */
  latest<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: RequestOptions<M[K]['progress']>,
  ): Promise<M[K]['result']>;
  /** Resolves when the worker can take requests; rejects when it fails to start. */
  readonly ready: Promise<void>;
  /** Resolves when the worker is lost, with what the browser said of it, for whoever looks for the cause; it may say nothing. */
  readonly lost: Promise<string>;
  /** Gives the worker up: what it owes, and all that it is asked later, fails with the code `worker-lost`. */
  giveUp(reason: string): void;
}
