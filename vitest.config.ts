import { defineConfig } from 'vitest/config';
import { assemblyScript } from './build/assemblyscript-plugin.ts';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';

/** Tests that load modules of the engine a second time, as in a browser without SIMD. */
const twins = 'rule-engine/**/*-twin.test.ts';

export default defineConfig({
  plugins: [kustoLanguageService(), assemblyScript()],
  test: {
    // A loaded machine must not fail a test: the language service alone takes seconds to warm up.
    testTimeout: 0,
    hookTimeout: 0,
    setupFiles: ['build/property-test-seed.ts'],
    server: { deps: { inline: [/@kusto\/language-service-next/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['rule-engine/**/*.test.ts', 'build/**/*.test.ts'],
          exclude: [twins],
          // The engine's modules keep nothing that one test could leave for another; the language service is loaded once.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'engine without SIMD', include: [twins] } },
      { extends: true, test: { name: 'page', include: ['app/**/*.test.{ts,tsx}'] } },
    ],
  },
});
