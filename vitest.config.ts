import { defineConfig } from 'vitest/config';
import { assemblyScript } from './build/assemblyscript-plugin.ts';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';

export default defineConfig({
  plugins: [kustoLanguageService(), assemblyScript()],
  test: {
    // A loaded machine must not fail a test: the language service alone takes seconds to warm up.
    testTimeout: 0,
    hookTimeout: 0,
    setupFiles: ['build/property-test-seed.ts'],
    include: ['rule-engine/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    server: { deps: { inline: [/@kusto\/language-service-next/] } },
  },
});
