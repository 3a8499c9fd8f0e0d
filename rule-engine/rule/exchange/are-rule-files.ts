import type { Checkpoint } from '../../base/checkpoint.ts';
import { isRuleText, longestRule } from './recognize-rule.ts';

/** Files that hold events, and no rule, by their names: their text need not be read. */
const eventFile = /\.(?:csv|tsv|ndjson|jsonl|evtx|xml|log|parquet|xlsx|gz|zip|zst|tar)$/i;

/** Tells of each file whether it is a rule. One after the other: of thousands one text at a time is held. */
export async function areRuleFiles(files: readonly File[], checkpoint: Checkpoint): Promise<readonly boolean[]> {
  const areRules: boolean[] = [];
  for (const file of files) {
    await checkpoint();
    const mayBeRule = file.size <= longestRule && !eventFile.test(file.name);
    areRules.push(mayBeRule && isRuleText(file.name, await textOf(file)));
  }
  return areRules;
}

/** What can't be read is left to the reader of events, which says why. */
function textOf(file: File): Promise<string> {
  return file.text().catch(() => '');
}
