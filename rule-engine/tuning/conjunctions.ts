/** Each choice of one to `most` of `count` things of which no two belong to the same group, as ascending indexes. */
export function* conjunctions(
  count: number,
  groupOf: (index: number) => unknown,
  most: 1 | 2 | 3,
): Generator<readonly number[]> {
  for (let i = 0; i < count; i++) {
    yield [i];
    if (most < 2) continue;
    for (let j = i + 1; j < count; j++) {
      if (groupOf(i) === groupOf(j)) continue;
      yield [i, j];
      if (most < 3) continue;
      for (let k = j + 1; k < count; k++) {
        if (groupOf(k) !== groupOf(i) && groupOf(k) !== groupOf(j)) yield [i, j, k];
      }
    }
  }
}
