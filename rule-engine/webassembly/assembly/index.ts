// AssemblyScript. What the module exports.
export { createInterner, find, intern, internCells, releaseInterner, reserveArena } from './interner';
export { scanMany, scanOne } from './dictionary-scan';

export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

export function release(pointer: usize): void {
  heap.free(pointer);
}
