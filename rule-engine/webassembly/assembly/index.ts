// AssemblyScript. What the module exports.
export { takeBits } from './bit-list';
export { createInterner, find, intern, internCells, releaseInterner, reserveArena } from './interner';
export { countLines } from './cell-scan';
export { scanCsv } from './csv-scan';
export { scanListed, scanMany, scanOne } from './dictionary-scan';
export { scanJsonLines } from './json-lines-scan';
export { uniteLists } from './list-union';
export { parseCells } from './parse-cells';
export { scanRows } from './row-scan';

export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

export function release(pointer: usize): void {
  heap.free(pointer);
}
