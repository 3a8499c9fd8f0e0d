import { expect, it } from 'vitest';
import { textDigest } from './text-digest.ts';

it('is the SHA-256 of the text in UTF-8', () => {
  // FIPS 180-2, appendix B.1; and `printf 'é\n' | sha256sum`.
  expect(textDigest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(textDigest('é\n')).toBe('edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2');
});
