/** A run works at most so long before it lets other messages be handled, in milliseconds. */
const SLICE = 8;

/** Awaited by long loops between blocks of work. */
export type Checkpoint = () => Promise<void>;

/** What ends a run. */
type Ending = Pick<AbortSignal, 'throwIfAborted'>;

/**
 * What long loops await between blocks of work: resolves at once until a slice of time is used up, then after waiting
 * messages were handled. Rejects with what one of the endings throws once it is aborted.
 */
export function makeCheckpoint(...endings: readonly Ending[]): Checkpoint {
  let sliceEnd = performance.now() + SLICE;
  return async () => {
    if (performance.now() >= sliceEnd) {
      await nextTask();
      sliceEnd = performance.now() + SLICE;
    }
    for (const ending of endings) ending.throwIfAborted();
  };
}

/** Resolves after the messages that wait already; a timer would wait at least 4 ms in a browser. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    waiting.push(resolve);
    channel ??= channelToItself();
    channel.port2.postMessage(null);
  });
}

const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

/** Is kept: one made anew for each message takes three times as long as the message. */
function channelToItself(): MessageChannel {
  const made = new MessageChannel();
  made.port1.onmessage = () => waiting.shift()?.();
  return made;
}
