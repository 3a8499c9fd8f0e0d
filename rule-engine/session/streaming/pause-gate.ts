/** Lets work through while it is open, and holds it while it is closed. */
export class PauseGate {
  private opened: Promise<void> = Promise.resolve();
  private open: (() => void) | undefined;
  private held: (() => void) | undefined;
  private ended = false;

  /** Resolves once work is held, or has ended. */
  close(): Promise<void> {
    if (this.ended) return Promise.resolve();
    if (this.open === undefined) {
      this.opened = new Promise((resolve) => {
        this.open = resolve;
      });
    }
    return new Promise((resolve) => {
      this.held = resolve;
    });
  }

  reopen(): void {
    this.open?.();
    this.open = undefined;
  }

  /** Called when there is no work any more. */
  end(): void {
    this.ended = true;
    this.held?.();
  }

  /** Awaited by the work. Rejects with the signal's reason when that aborts. */
  async pass(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.open === undefined) return;
    this.held?.();
    await Promise.race([
      this.opened,
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    ]);
  }
}
