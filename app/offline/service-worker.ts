/**
 * The page without a network: its files are kept when it has been opened once. What is kept is one build, checked file by
 * file, and a page has its files from one build alone: a newer one is kept beside it until a page asks for it
 * (`take-newer.ts`).
 */

/** Put in by the build (`build/offline-plugin.ts`). */
declare const thisBuild: {
  readonly version: string;
  /** By which a page may share memory with its workers, to be sent with the page and its workers' scripts. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address of each file, relative to this script, and its digest as `integrity` has it; empty where it is not checked. */
  readonly files: Readonly<Record<string, string>>;
};

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What is used of `ServiceWorkerGlobalScope`, whose types can't stand beside those of a page. */
interface Scope {
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly unknown[]>;
    claim(): Promise<void>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LastingEvent & MessageEvent) => void): void;
}

const scope = self as unknown as Scope;
const prefix = 'penumbra-';
const cacheName = prefix + thisBuild.version;

scope.addEventListener('install', (event) => event.waitUntil(keepFiles()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(takeOverAlone());
  if (event.data === 'count-pages') event.waitUntil(pages().then(({ length }) => event.ports[0].postMessage(length)));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else event.respondWith(fileFor(request));
});

/** One after the other, since the page goes on working meanwhile. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  try {
    for (const [address, integrity] of Object.entries(thisBuild.files)) {
      const response = await fetch(address, { integrity, cache: 'no-cache' });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

/** Takes the place of the older build when the page that asks for it is the only one. */
async function takeOverAlone(): Promise<void> {
  if ((await pages()).length <= 1) await scope.skipWaiting();
}

/** The tabs that have the page, of whatever build. */
function pages(): Promise<readonly unknown[]> {
  return scope.clients.matchAll({ includeUncontrolled: true });
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((n) => caches.delete(n)));
  await scope.clients.claim();
}

function kept(request: Request | string): Promise<Response | undefined> {
  return caches.match(request, { cacheName, ignoreSearch: true, ignoreVary: true });
}

async function fileFor(request: Request): Promise<Response> {
  const response = (await kept(request)) ?? (await fetch(request));
  // Chromium compiles a worker's script for the cache that it comes from at each visit, before the worker's first answer,
  // and never gives a worker what it so kept. Not of a response that is not the cache's own.
  return request.destination === 'worker' ? isolated(response) : response;
}

async function openPage(request: Request): Promise<Response> {
  const page = isThePage(request.url) ? await kept('./') : undefined;
  return page ? isolated(page) : fetch(request);
}

/** The same with this build's headers, which not every server sends. */
function isolated(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(thisBuild.headers)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function isThePage(address: string): boolean {
  const { origin, pathname } = new URL(address);
  const page = new URL(scope.registration.scope);
  return origin === page.origin && (pathname === page.pathname || pathname === `${page.pathname}index.html`);
}
