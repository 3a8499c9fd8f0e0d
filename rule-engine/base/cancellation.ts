/** Ends a run like an `AbortController`, without its events, which take a thirtieth of a keystroke to make. */
export class Cancellation {
  private isAborted = false;

  abort(): void {
    this.isAborted = true;
  }

  /** Throws an `AbortError`, as an `AbortSignal` does. */
  throwIfAborted(): void {
    if (this.isAborted) throw new DOMException('The run was aborted', 'AbortError');
  }
}
