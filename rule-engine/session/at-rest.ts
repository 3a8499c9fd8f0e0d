/** Milliseconds without work before what is heavy is done: while somebody waits for it, and while nobody does. */
const rests = { wanted: 250, unwanted: 2000 };

/** Something heavy that is done once, ahead of need when there is time for it, and never in the way of other work. */
export interface AtRest {
  /** Tells of other work: it is put off by it. */
  putOff(): void;
  /** Resolves when it is done, which is sooner once this was called. */
  ready(): Promise<void>;
}

/** Does something once, when `putOff` has not been called for a while. */
export function atRest(run: () => void): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = rests.unwanted;
  let isDone = false;
  let done: () => void = () => undefined;
  const whenDone = new Promise<void>((resolve) => {
    done = resolve;
  });
  const putOff = (): void => {
    if (isDone) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isDone = true;
      run();
      done();
    }, rest);
  };
  const ready = (): Promise<void> => {
    if (rest !== rests.wanted) {
      rest = rests.wanted;
      putOff();
    }
    return whenDone;
  };
  return { putOff, ready };
}
