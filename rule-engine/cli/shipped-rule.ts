import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 't1059-011-lua';
/** Where rules lie beside the built command, and beside its source. */
const FOLDERS = ['../rules', '../../public/rules'];

/** The folder of the rule that comes with the workbench; undefined when the command stands alone. */
export function shippedRule(): string | undefined {
  return FOLDERS.map((folder) => join(import.meta.dirname, folder, NAME)).find((path) => existsSync(path));
}
