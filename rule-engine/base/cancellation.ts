/** Ends a run like an `AbortController`, without its events, which take a thirtieth of a keystroke to make. */
export class Cancellation {
  private isAborted = false;

  abort(): void {
    this.isAborted = true;
  }

  /** Throws what the signal of an `AbortController` throws. */
  throwIfAborted(): void {
    if (this.isAborted) throw new DOMException('The evaluation was aborted', 'AbortError');
  }
}
