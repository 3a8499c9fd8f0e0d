/** Milliseconds without a request before the engine warms up, at first and again after a request came between. */
const rest = 1500;

/**
 * Warms the engine up while it has nothing else to do. A request ends that at once, since both would take the processor
 * from the page; what was compiled until then stays compiled.
 */
export class IdleWarmUp {
  readonly #warmUp: (signal: AbortSignal) => Promise<unknown>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #controller = new AbortController();
  #running = 0;
  #isWanted = false;

  constructor(warmUp: (signal: AbortSignal) => Promise<unknown>) {
    this.#warmUp = warmUp;
  }

  /** From now on the next rest is used. */
  readonly begin = (): void => {
    this.#isWanted = true;
    this.#waitForRest();
  };

  /** The same handlers; each holds the warm-up off while it works. */
  around<H extends object>(handlers: H): H {
    const entries = Object.entries(handlers).map(([name, handler]) => [name, this.#during(handler)]);
    return Object.fromEntries(entries) as H;
  }

  #during(handler: (...args: readonly unknown[]) => unknown): (...args: readonly unknown[]) => Promise<unknown> {
    return async (...args) => {
      this.#running++;
      clearTimeout(this.#timer);
      this.#controller.abort();
      try {
        return await handler(...args);
      } finally {
        this.#running--;
        this.#waitForRest();
      }
    };
  }

  #waitForRest(): void {
    clearTimeout(this.#timer);
    if (!this.#isWanted || this.#running > 0) return;
    this.#timer = setTimeout(() => void this.#run(), rest);
  }

  async #run(): Promise<void> {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    try {
      await this.#warmUp(signal);
      this.#isWanted = false;
    } catch {
      // Ended by a request, or it can't be done here: code is then compiled when it is first needed.
      if (!signal.aborted) this.#isWanted = false;
    }
  }
}
