import { expect, it } from 'vitest';
import { EditLog } from './edit-log.ts';
import { spanAfter, type TextChange } from './text-change.ts';

const change = (start: number, removed: number, inserted: number): TextChange => ({ start, removed, inserted });

it('an answer to an older text is followed through every edit since', () => {
  const log = new EditLog();
  log.record('"a", "b"', [change(0, 0, 5)]);
  log.record('"c", "a", "b"', [change(8, 2, 1)]);
  expect(log.changesSince('"a", "b"', '"c", "a" "b"')).toEqual([change(0, 0, 5), change(8, 2, 1)]);
  expect(log.changesSince('"c", "a", "b"', '"c", "a" "b"')).toEqual([change(8, 2, 1)]);
});

it('an answer to the newest text stays where it is', () => {
  expect(new EditLog().changesSince('T | count', 'T | count')).toEqual([]);
});

it('an answer to a text that was forgotten is placed by what differs', () => {
  const [guess] = new EditLog().changesSince('T | where x == "a"', 'Table | where x == "a"');
  expect(spanAfter({ start: 15, length: 3 }, guess)).toEqual({ start: 19, length: 3 });
});
