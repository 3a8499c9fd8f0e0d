import { expect, test } from 'vitest';
import type { UserMapping } from '../../../rule-engine/index.ts';
import { mappingsFromText } from './mapping-files.ts';

const tags: UserMapping = {
  id: 'tags',
  name: 'Tags',
  table: 'DeviceProcessEvents',
  columns: { MachineGroup: 'Tag' },
  shape: ['Tag'],
};
const boxes: UserMapping = { ...tags, id: 'boxes', name: 'Boxes' };

test('mappings are read from what they are exported as, one or a list', () => {
  expect(mappingsFromText(JSON.stringify(tags))).toEqual([tags]);
  expect(mappingsFromText(JSON.stringify([tags, boxes]))).toEqual([tags, boxes]);
});

test('of a text that is no JSON, or holds anything else, nothing is read', () => {
  for (const text of ['', '{', '3', '[{}]', JSON.stringify([tags, { ...tags, columns: { MachineGroup: 3 } }])]) {
    expect(mappingsFromText(text)).toBeUndefined();
  }
});
