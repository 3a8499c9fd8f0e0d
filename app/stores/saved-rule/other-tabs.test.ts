import { expect, test, vi } from 'vitest';
import { putAside, useOffersStore } from '../notices/offers-store.ts';
import { followOtherTabs, tellOtherTabs } from './other-tabs.ts';

test('an edit in another tab is told once, and an edit of this one to the other', async () => {
  const other = new BroadcastChannel('penumbra');
  const heard: unknown[] = [];
  other.onmessage = ({ data }) => heard.push(data);
  followOtherTabs();
  expect(useOffersStore.getState().offers).toEqual([]);
  other.postMessage('edited');
  await vi.waitFor(() => expect(useOffersStore.getState().offers[0]?.text).toContain('another tab'));
  putAside(useOffersStore.getState().offers[0]);
  other.postMessage('edited');
  tellOtherTabs();
  await vi.waitFor(() => expect(heard).toEqual(['edited']));
  expect(useOffersStore.getState().offers).toEqual([]);
  other.close();
});
