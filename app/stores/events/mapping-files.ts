import { type UserMapping, userMappingFrom } from '../../../rule-engine/index.ts';
import { saveText } from '../../browser/save-file.ts';
import { tell } from '../notices/notice-store.ts';
import { useMappingsStore } from './mappings-store.ts';

/** The mappings of a JSON text: one, or a list; undefined when any part of it is none. */
export function mappingsFromText(text: string): readonly UserMapping[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = (Array.isArray(value) ? value : [value]).map(userMappingFrom);
  return read.every((mapping) => mapping !== undefined) ? read : undefined;
}

/** Takes the mappings of JSON files and says what they held. */
export async function importMappings(files: readonly File[]): Promise<void> {
  const { save } = useMappingsStore.getState().actions;
  for (const file of files) {
    const read = mappingsFromText(await file.text().catch(() => ''));
    if (read === undefined) {
      tell(`No mapping was read from ${file.name}: it is no JSON of mappings`, 'error');
      continue;
    }
    for (const mapping of [...read].reverse()) save(mapping);
    tell(`Mappings read from ${file.name}: ${read.length}. They are used for the files that you open next`, 'done');
  }
}

/** Saves a mapping as JSON. */
export function exportMapping(mapping: UserMapping): void {
  const name = `${mapping.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.mapping.json`;
  saveText(`${JSON.stringify(mapping, null, 2)}\n`, name, 'application/json');
}
