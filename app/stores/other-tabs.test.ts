import { expect, test, vi } from 'vitest';
import { useNoticeStore } from './notice-store.ts';
import { followOtherTabs, tellOtherTabs } from './other-tabs.ts';

test('an edit in another tab is told once, and an edit of this one to the other', async () => {
  const other = new BroadcastChannel('penumbra');
  const heard: unknown[] = [];
  other.onmessage = ({ data }) => heard.push(data);
  followOtherTabs();
  const { notice, actions } = useNoticeStore.getState();
  expect(notice).toBeUndefined();
  other.postMessage('edited');
  await vi.waitFor(() => expect(useNoticeStore.getState().notice?.text).toContain('another tab'));
  actions.clear();
  other.postMessage('edited');
  tellOtherTabs();
  await vi.waitFor(() => expect(heard).toEqual(['edited']));
  expect(useNoticeStore.getState().notice).toBeUndefined();
  other.close();
});
