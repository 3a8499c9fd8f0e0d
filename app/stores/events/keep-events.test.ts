import { describe, expect, it, vi } from 'vitest';

vi.mock('./events-store.ts', () => ({ useEventsStore: {}, isLoading: () => false }));
vi.mock('./sample-files.ts', () => ({ isShippedSample: () => false, shippedSampleCount: 0 }));
vi.mock('../kept/last-visit.ts', () => ({ keptKeys: { events: 'events' }, noteOwnFiles: () => undefined }));

const { keptBytes, withinLimit } = await import('./keep-events.ts');

/** A file of a size, without its bytes. */
function fileOf(name: string, size: number): File {
  const file = new File([], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

describe('withinLimit', () => {
  it('keeps files up to the limit with how they were read, and names those that are lost', () => {
    const small = { file: fileOf('small.csv', 1000), override: { format: 'csv' } };
    const huge = { file: fileOf('huge.csv', keptBytes), override: undefined };
    const last = { file: fileOf('last.csv', keptBytes - 1000), override: undefined };
    expect(withinLimit([small, huge, last])).toEqual({ files: [small, last], left: ['huge.csv'] });
  });
});
