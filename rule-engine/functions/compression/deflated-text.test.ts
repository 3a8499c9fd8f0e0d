import { gunzipSync, unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gzipped, zlibbed } from './deflated-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (content: Uint8Array) => Buffer.from(content).toString('hex');

describe('compressed text', () => {
  it('is stored where it does not shrink, without a time', () => {
    expect(hex(gzipped(bytes('lua')))).toBe('1f8b08000000000000ff010300fcff6c75612b3771d603000000');
    expect(hex(zlibbed(bytes('lua')))).toBe('7801010300fcff6c756102920143');
  });

  it('shrinks where it can, and becomes the text again', () => {
    for (const text of ['', 'é', 'os.execute '.repeat(50), 'a'.repeat(70_000)]) {
      expect(gunzipSync(gzipped(bytes(text)))).toEqual(bytes(text));
      expect(unzlibSync(zlibbed(bytes(text)))).toEqual(bytes(text));
    }
    expect(gzipped(bytes('os.execute '.repeat(50))).length).toBeLessThan(60);
  });
});
