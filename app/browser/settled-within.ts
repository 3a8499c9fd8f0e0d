/** Resolves when a promise has ended, well or badly; at the latest after so many milliseconds. */
export async function settledWithin(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  await Promise.race([Promise.allSettled([promise]), new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
