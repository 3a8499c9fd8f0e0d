const ids = new WeakMap<object, number>();
let last = 0;

/** A number that no other object has, the same at each call: what cache keys name columns and tables by. */
export function identityOf(object: object): number {
  let id = ids.get(object);
  if (id === undefined) {
    id = nextIdentity();
    ids.set(object, id);
  }
  return id;
}

/** A number that no object has. */
export function nextIdentity(): number {
  return ++last;
}
