/** Milliseconds after which counts that await an evaluation are dimmed: most answers come before. */
const longAwaited = 200;

/**
 * Dims the counts in an editor while they are those of an older text, all together and by the style sheet: their lines
 * stay as they are painted.
 */
export class StaleCounts {
  private readonly container: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement) {
    this.container = container;
  }

  show(isStale: boolean): void {
    if (isStale && this.timer === undefined) {
      this.timer = setTimeout(() => {
        this.container.dataset.counts = 'stale';
      }, longAwaited);
    } else if (!isStale) this.stop();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    delete this.container.dataset.counts;
  }
}
