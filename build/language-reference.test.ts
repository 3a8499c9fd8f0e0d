import { expect, test } from 'vitest';
import { languageReference, languageReferenceFile } from './language-reference.ts';

test('docs/language.md says what the engine supports (npm run language writes it)', async () => {
  await expect(languageReference()).toMatchFileSnapshot(languageReferenceFile);
});
