import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { isolationHeaders } from './isolation-headers.ts';

/** The service worker's address is the same from build to build: the browser looks there for a newer one. */
export const serviceWorkerFile = 'service-worker.js';

/**
 * Tells the service worker, once all is written, which files the build has, their addresses and digests, and the headers of
 * a page that may share memory with its workers.
 */
export function offlineFiles(): Plugin {
  let folder = '';
  return {
    name: 'offline-files',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = path.resolve(root, build.outDir);
    },
    writeBundle: { order: 'post', handler: () => noteFiles(folder) },
  };
}

/** Writes into a built folder's service worker which files the folder has. */
export function noteFiles(folder: string): void {
  const worker = path.join(folder, serviceWorkerFile);
  const files = digests(folder);
  const version = digest(JSON.stringify(files)).slice(0, 16);
  const code = readFileSync(worker, 'utf8').replace(/^const thisBuild=.*\n/, '');
  writeFileSync(worker, `const thisBuild=${JSON.stringify({ version, headers: isolationHeaders, files })};\n${code}`);
}

/**
 * The digest of each file but the service worker itself, by its address; the page's own address is its folder's. None for
 * compressed files, which some servers send unpacked.
 */
function digests(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => name !== serviceWorkerFile);
  const digestOf = (name: string): string =>
    name.endsWith('.gz') ? '' : `sha256-${digest(readFileSync(path.join(folder, name)))}`;
  const entries = names.map((name) => [name === 'index.html' ? './' : `./${name}`, digestOf(name)] as const);
  // The page comes first: where a server changes it, nothing else is fetched in vain.
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
