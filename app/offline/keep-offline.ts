import { tell } from '../stores/notice-store.ts';

/**
 * Keeps the built page in the browser, so that it opens without a network. Call it when the page has nothing else to do:
 * it costs seconds of the processor the first time. Tells the reader of a newer version.
 */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
    if (registration.waiting) tellOfNewer();
    registration.addEventListener('updatefound', () => {
      const newer = registration.installing;
      newer?.addEventListener('statechange', () => {
        if (newer.state === 'installed' && registration.active) tellOfNewer();
      });
    });
  } catch {
    // Storage is full or forbidden: the page then comes from the network, as it did now.
  }
}

function tellOfNewer(): void {
  tell('A newer version is ready: load the page again to use it');
}
