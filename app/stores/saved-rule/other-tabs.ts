import { offer } from '../notices/offers-store.ts';

let channel: BroadcastChannel | undefined;

/** Says, once, when the rule is edited in another tab too: both keep what they have at the same place. */
export function followOtherTabs(): void {
  channel = new BroadcastChannel('penumbra');
  channel.addEventListener(
    'message',
    () =>
      offer({
        name: 'other-tab',
        text: 'The rule is edited in another tab too, and this browser keeps what was edited last.',
        action: { title: 'Take over the other tab’s text', run: () => location.reload() },
      }),
    { once: true },
  );
}

/** Tells other tabs that an edit was kept. */
export function tellOtherTabs(): void {
  channel?.postMessage('edited');
}
