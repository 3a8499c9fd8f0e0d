import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser to start, and what it must be started with. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly origin: 'CHROMIUM_PATH' | 'system' | 'playwright' | 'package';
}

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const systemPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium without downloading one: what `CHROMIUM_PATH` names, then the system's, then Playwright's own where
 * it is installed, then the one that the package `@sparticuz/chromium` carries.
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: sandboxArgs(), origin: 'CHROMIUM_PATH' };
  const system = systemChromium();
  if (system) return { executablePath: system, args: sandboxArgs(), origin: 'system' };
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { executablePath: own, args: sandboxArgs(), origin: 'playwright' };
  return packagedChromium();
}

function systemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => systemNames.map((name) => join(folder, name)));
  return [...candidates, ...systemPlaces].find((path) => existsSync(path));
}

async function packagedChromium(): Promise<FoundChromium> {
  // The package unpacks the libraries that it needs only where it believes to run in a function of a cloud.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  // Its own arguments are for a function's sandbox: a single process, where the page's workers starve.
  return { executablePath: await packaged.executablePath(), args: sandboxArgs(), origin: 'package' };
}

/** Chromium refuses its sandbox to root, who runs tests in containers. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
