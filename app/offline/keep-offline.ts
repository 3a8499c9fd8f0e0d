import { offer } from '../stores/notices/offers-store.ts';

/**
 * Keeps the built page in the browser, so that it opens without a network. Call it when the page has nothing else to do:
 * it costs seconds of the processor the first time. Tells the reader of a newer version.
 */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
    if (registration.waiting) void offerNewer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const newer = registration.installing;
      newer?.addEventListener('statechange', () => {
        if (newer.state === 'installed' && registration.active) void offerNewer(newer);
      });
    });
  } catch {
    // Storage is full or forbidden: the page then comes from the network, as it did now.
  }
}

/** A newer build takes over where no other tab has the older one. */
async function offerNewer(newer: ServiceWorker): Promise<void> {
  const others = (await openPages(newer)) - 1;
  offer({
    name: 'newer-version',
    text:
      others > 0
        ? `A newer version is ready: close the page’s ${others === 1 ? 'other tab' : `${others} other tabs`} to use it, then load it again.`
        : 'A newer version is ready.',
    action: { title: 'Load the page again', run: () => location.reload() },
  });
}

/** Milliseconds that a service worker has to count, which one of another version may not know how to. */
const patience = 1000;

function openPages(worker: ServiceWorker): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(Number(data));
    setTimeout(() => resolve(1), patience);
    worker.postMessage('count-pages', [port2]);
  });
}
