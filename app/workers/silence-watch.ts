/** Milliseconds between two looks at a worker, and how many in a row it may be silent. */
const interval = 5000;
const patience = 6;

/**
 * Notices a worker that ends without a word: killed, out of memory, or caught in an endless loop. It is looked at now and
 * then, and asked for a sign of life where it owes an answer and has said nothing since: nothing is done at each request.
 */
export class SilenceWatch {
  readonly #ask: () => void;
  readonly #tell: (isSilent: boolean) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #silentLooks = 0;

  constructor(ask: () => void, tell: (isSilent: boolean) => void) {
    this.#ask = ask;
    this.#tell = tell;
  }

  /** From now on a worker that owes an answer is watched. */
  begin(owes: () => boolean): void {
    this.end();
    this.#timer = setInterval(() => {
      if (!owes()) this.hear();
      else if (this.#silentLooks++ === 0) this.#ask();
      else if (this.#silentLooks === patience) this.#tell(true);
    }, interval);
  }

  /** To be called at each message of the worker. */
  hear(): void {
    const wasSilent = this.#silentLooks >= patience;
    this.#silentLooks = 0;
    if (wasSilent) this.#tell(false);
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
