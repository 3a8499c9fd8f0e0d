/** Resolves in a task of its own, so that keys and paints can come before what follows. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Calls back when the page has painted what it shows now; at the latest in a while, when it is hidden. */
export function afterPaint(run: () => void): () => void {
  let task: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    clearTimeout(task);
    task = setTimeout(run);
  });
  task = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, 500);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(task);
  };
}
