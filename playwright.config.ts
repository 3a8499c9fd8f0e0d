import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.ts';

const { executablePath, args } = await findChromium();
const port = 4173;

/** The journeys of a reader through the built page; `npm run build` comes first. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  reporter: [['list']],
  timeout: 0,
  // Each failure waits for its expectation: two are enough to know that the build is broken.
  maxFailures: 2,
  // A loaded machine must not fail a journey.
  expect: { timeout: 600_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    // What can't be clicked fails too, and doesn't hang.
    actionTimeout: 600_000,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: [...args] },
    // Kept files would come from the service worker, whose first work disturbs: the journey without a network allows it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
