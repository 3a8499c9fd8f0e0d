import { tell } from './notice-store.ts';

let channel: BroadcastChannel | undefined;

/** Says, once, when the page is edited in another tab too: both keep what they have at the same place. */
export function followOtherTabs(): void {
  channel = new BroadcastChannel('penumbra');
  channel.addEventListener(
    'message',
    () => tell('This page is edited in another tab too: a reload brings back what was edited last', 'error'),
    { once: true },
  );
}

/** Tells other tabs that an edit was kept. */
export function tellOtherTabs(): void {
  channel?.postMessage('edited');
}
