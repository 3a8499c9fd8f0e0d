import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The names of the rules' folders; the page opens with the first. */
export function shippedRuleNames(rulesFolder: string): readonly string[] {
  return readdirSync(rulesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** The addresses of a rule's sample files, relative to the page. */
export function samplesOfRule(rulesFolder: string, name: string): readonly string[] {
  const manifest = path.join(rulesFolder, name, 'samples', 'manifest.json');
  if (!existsSync(manifest)) return [];
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: readonly { file: string }[] };
  return files.map(({ file }) => `rules/${name}/samples/${file}`);
}
