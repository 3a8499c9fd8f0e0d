import type { SourceFile } from '../ingest/load-source.ts';
import { Workspace } from '../ingest/workspace.ts';
import { SampleLabels } from './sample-labels.ts';

/** The tables that some sample files gave. */
export interface SampleTables {
  readonly workspace: Workspace;
  readonly records: number;
  /** What was wrong with files, a sentence each. */
  readonly errors: readonly string[];
}

/** The sample files of a rule. Each list of them is loaded once, however many tests and texts of the rule look at it. */
export class SampleFiles {
  private readonly tables = new Map<string, Promise<SampleTables>>();
  private readonly labels = new Map<string, Promise<SampleLabels>>();
  private readonly file: (path: string) => Promise<SourceFile>;

  /** @param file a file of the rule's folder; rejects when it is missing */
  constructor(file: (path: string) => Promise<SourceFile>) {
    this.file = file;
  }

  /** The tables of files. Rejects when one is missing. */
  tablesOf(paths: readonly string[]): Promise<SampleTables> {
    return once(this.tables, paths.join('\n'), () => this.load(paths));
  }

  /** The labels in a file; none where there is no file. Rejects when it is missing or can't be read. */
  async labelsOf(path: string | undefined): Promise<SampleLabels> {
    if (path === undefined) return SampleLabels.none;
    return once(this.labels, path, async () => {
      const file = await this.file(path);
      return SampleLabels.parse(new TextDecoder().decode(await file.arrayBuffer()));
    });
  }

  private async load(paths: readonly string[]): Promise<SampleTables> {
    const workspace = new Workspace();
    const errors: string[] = [];
    let records = 0;
    for (const path of paths) {
      const report = await workspace.load(await this.file(path));
      if (report.errorCount > 0) {
        errors.push(`${path}: ${report.errorCount} errors, the first: ${report.errors[0]?.message}`);
      }
      records += report.records;
    }
    return { workspace, records, errors };
  }
}

/** What was made of a key; made again when it failed. */
function once<Value>(kept: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
