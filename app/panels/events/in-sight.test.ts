import { expect, test } from 'vitest';
import type { LoadingFile } from '../../stores/events/loading-file.ts';
import { inSight } from './in-sight.ts';

const progress = { bytesRead: 0, bytesTotal: 1, rows: 0 };
const error = { code: 'internal', message: 'Not readable' };

function file(key: number, state: LoadingFile['state']): LoadingFile {
  return { key, name: `${key}.csv`, bytes: 1, state };
}

const files = [
  file(1, { phase: 'read', rows: 1, source: 1 }),
  file(2, { phase: 'loading', progress }),
  file(3, { phase: 'failed', error }),
  file(4, { phase: 'read', rows: 1, source: 2 }),
];

test('of more files than are listed those come first that failed, then those that are not read', () => {
  expect(inSight(files, 3).map(({ key }) => key)).toEqual([3, 2, 1]);
});

test('all stand in their order where they can be listed', () => {
  expect(inSight(files, 4)).toEqual(files);
});
