/** A WebAssembly module, compiled from AssemblyScript by `build/assemblyscript-plugin.ts`. */
declare module '*?assemblyscript' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
