import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { main as compile } from 'assemblyscript/asc';
import type { Plugin } from 'vite';

const suffix = '?assemblyscript';

/**
 * Makes `import bytes from './x.ts?assemblyscript'` give the WebAssembly module that the AssemblyScript compiler makes of
 * that file, as a `Uint8Array`: inlined, so that the page, the command and the tests all load it without a request.
 */
export function assemblyScript(): Plugin {
  return {
    name: 'assemblyscript',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(suffix) || importer === undefined) return null;
      return path.resolve(path.dirname(importer), source);
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -suffix.length);
      this.addWatchFile(file);
      const base64 = Buffer.from(await toWebAssembly(file)).toString('base64');
      return `export default Uint8Array.from(atob(${JSON.stringify(base64)}), (c) => c.charCodeAt(0));`;
    },
  };
}

async function toWebAssembly(file: string): Promise<Uint8Array> {
  let output: Uint8Array | undefined;
  const flags = ['-O3', '--noAssert', '--runtime', 'minimal', '--enable', 'simd', '--importMemory'];
  const { error, stderr } = await compile([path.basename(file), '--outFile', 'out.wasm', ...flags], {
    readFile: (name, directory) =>
      readFile(path.resolve(path.dirname(file), directory ?? '.', name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      output = typeof contents === 'string' ? Buffer.from(contents) : contents;
    },
    listFiles: () => [],
  });
  if (error || !output) throw new Error(`AssemblyScript: ${error?.message ?? 'no output'}\n${stderr.toString()}`);
  return output;
}
