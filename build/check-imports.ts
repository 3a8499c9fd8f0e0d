/**
 * Holds the code to `import-law.yaml`: `npm run lint` says which import breaks it, and what is allowed. Libraries for this read
 * TypeScript by its own parser, which version 7 does not offer; Vite's does it here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readImportLaw, refusalOf } from './import-law.ts';
import { importsOf } from './imports-of.ts';

const lawFile = 'import-law.yaml';
const law = readImportLaw(readFileSync(lawFile, 'utf8'));
const files = ['rule-engine', 'app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    path.posix.join(folder, name.replaceAll(path.sep, '/')),
  ),
);

for (const file of files) {
  if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
  for (const { from, line } of importsOf(file, readFileSync(file, 'utf8'))) {
    const refusal = refusalOf(law, file, from);
    if (!refusal) continue;
    const { allowed, section } = refusal;
    console.error(`${file}:${line} imports ${from}: ${allowed}. See ${lawFile} and ${explanation(section)}`);
    process.exitCode = 1;
  }
}

/** Where it is told what the folders of a section hold. */
function explanation(section: string): string {
  const readme = path.posix.join(section, 'README.md');
  return section !== '.' && existsSync(readme) ? readme : 'CONTRIBUTING.md';
}
