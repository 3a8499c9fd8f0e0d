import { expect, test } from 'vitest';
import type { UserMapping } from '../../../rule-engine/index.ts';
import { withMapping } from './mappings-store.ts';

const tags: UserMapping = { id: 'tags', name: 'Tags', table: 'DeviceProcessEvents', columns: {}, shape: [] };
const boxes: UserMapping = { ...tags, id: 'boxes', name: 'Boxes' };

test('the newest mapping comes first and replaces the one of its id', () => {
  const renamed = { ...tags, name: 'Groups' };
  expect(withMapping([boxes, tags], renamed)).toEqual([renamed, boxes]);
});
