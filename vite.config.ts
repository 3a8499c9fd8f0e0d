import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyScript } from './build/assemblyscript-plugin.ts';
import { contentSecurityPolicy, contentSecurityPolicyTag } from './build/content-security-policy.ts';
import { isolationHeaders } from './build/isolation-headers.ts';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';
import { chunkLoader, monacoLayers } from './build/monaco-layers.ts';
import { offlineFiles, serviceWorkerFile } from './build/offline-plugin.ts';
import { pagePreload } from './build/page-preload-plugin.ts';
import { shippedRules } from './build/rule-plans-plugin.ts';

/** A script with one character beyond Latin-1 would take two bytes a character in memory. */
const charset = 'ascii';

export default defineConfig({
  base: './',
  plugins: [
    react(),
    kustoLanguageService(),
    assemblyScript(),
    shippedRules(),
    contentSecurityPolicyTag(),
    pagePreload(),
    offlineFiles(),
  ],
  worker: {
    format: 'es',
    plugins: () => [kustoLanguageService(), assemblyScript()],
    rolldownOptions: { output: { charset } },
  },
  server: { headers: isolationHeaders },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, ...isolationHeaders } },
  build: {
    target: 'es2023',
    // The language service is 4.8 MB by itself, and is loaded by its own worker when the page is alive.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'app/offline/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? serviceWorkerFile : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [chunkLoader, ...monacoLayers] },
        charset,
      },
    },
  },
});
