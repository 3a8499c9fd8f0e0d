import { defineConfig } from 'vite';
import { assemblyScript } from './build/assemblyscript-plugin.ts';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';

/** Builds the `penumbra` command: one file for Node with everything in it. */
export default defineConfig({
  plugins: [kustoLanguageService(), assemblyScript()],
  publicDir: false,
  ssr: { target: 'node', noExternal: true },
  build: {
    ssr: 'rule-engine/cli/penumbra.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'penumbra.js', codeSplitting: false } },
  },
});
