import { loadSource, type SourceFile } from '../ingest/load-source.ts';
import type { SourceReport } from '../ingest/source-report.ts';
import { sourceFile } from './source-file.ts';

/**
 * `penumbra inspect FILE...`: what was made of each file, as a JSON array of reports. Gives the exit code: 0, or 1 when
 * a file can't be opened or none of its records could be read.
 */
export async function inspect(files: readonly string[], write: (text: string) => void = writeOut): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('Usage: penumbra inspect FILE...\n');
    return 2;
  }
  const reports: (SourceReport | { readonly name: string; readonly error: string })[] = [];
  for (const path of files) reports.push(await inspectFile(path));
  write(`${JSON.stringify(reports, null, 2)}\n`);
  return reports.every((report) => !('error' in report) && report.records > 0) ? 0 : 1;
}

async function inspectFile(path: string): Promise<SourceReport | { readonly name: string; readonly error: string }> {
  let file: SourceFile;
  try {
    file = await sourceFile(path);
  } catch (error) {
    return { name: path, error: error instanceof Error ? error.message : String(error) };
  }
  const { report } = await loadSource(file);
  return { ...report, name: path };
}

function writeOut(text: string): void {
  process.stdout.write(text);
}
