import { defineConfig } from 'vitest/config';
import { kustoLanguageService } from './build/kusto-language-service-plugin.ts';

export default defineConfig({
  plugins: [kustoLanguageService()],
  test: {
    include: ['rule-engine/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    server: { deps: { inline: [/@kusto\/language-service-next/] } },
  },
});
