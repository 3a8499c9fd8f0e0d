import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['rule-engine/**/*.test.ts', 'app/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
});
