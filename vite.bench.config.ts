import { defineConfig } from 'vite';
import { assemblyScript } from './build/assemblyscript-plugin.ts';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';

/** Builds the benchmarks for Node, as optimised as the page is: the one that leads, and the process of each contender. */
export default defineConfig({
  plugins: [kustoLanguageService(), assemblyScript()],
  publicDir: false,
  logLevel: 'error',
  ssr: { target: 'node', noExternal: true, external: ['@duckdb/duckdb-wasm', '@duckdb/node-api'] },
  build: {
    ssr: true,
    outDir: 'dist/bench',
    target: 'node20',
    minify: true,
    rolldownOptions: {
      input: [
        'rule-engine/bench/run-benchmarks.ts',
        'rule-engine/bench/contender-process.ts',
        'rule-engine/bench/run-tuning.ts',
      ],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', charset: 'ascii' },
    },
  },
});
