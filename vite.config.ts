import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyScript } from './build/assemblyscript-plugin.ts';
import { contentSecurityPolicy, contentSecurityPolicyTag } from './build/content-security-policy.ts';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';
import { chunkLoader, monacoLayers } from './build/monaco-layers.ts';
import { shippedRules } from './build/rule-plans-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [react(), kustoLanguageService(), assemblyScript(), shippedRules(), contentSecurityPolicyTag()],
  worker: { format: 'es', plugins: () => [kustoLanguageService(), assemblyScript()] },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  build: {
    target: 'es2023',
    // The language service is 4.8 MB by itself, and is loaded by its own worker when the page is alive.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: { output: { codeSplitting: { groups: [chunkLoader, ...monacoLayers] } } },
  },
});
