/**
 * Loads the page again from a newer build that is kept beside its own, unless another tab has the older one too. To be
 * called first: what the page does meanwhile is done twice.
 */
export async function takeNewer(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  if (!workers.controller) return;
  // Its files are gone once another build has taken over.
  workers.addEventListener('controllerchange', () => location.reload(), { once: true });
  const registration = await workers.getRegistration();
  registration?.waiting?.postMessage('take-over');
}
