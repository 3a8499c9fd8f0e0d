interface Cancellable {
  readonly signal: AbortSignal;
}

/** The same handler, one request after the other in the order in which they came, however long each takes. */
export function inTurn<Params, Context extends Cancellable, Result>(
  handle: (params: Params, context: Context) => Result | Promise<Result>,
): (params: Params, context: Context) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (params, context) => {
    const result = last.then(() => {
      context.signal.throwIfAborted();
      return handle(params, context);
    });
    last = result.catch(() => undefined);
    return result;
  };
}
