import type { Checkpoint } from '../../base/checkpoint.ts';
import { isRuleText, mayBeRule } from './recognize-rule.ts';

/** Tells of each file whether it is a rule. One after the other: of thousands one text at a time is held. */
export async function areRuleFiles(files: readonly File[], checkpoint: Checkpoint): Promise<readonly boolean[]> {
  const areRules: boolean[] = [];
  for (const file of files) {
    await checkpoint();
    areRules.push(mayBeRule(file) && isRuleText(file.name, await textOf(file)));
  }
  return areRules;
}

/** What can't be read is left to the reader of events, which says why. */
function textOf(file: File): Promise<string> {
  return file.text().catch(() => '');
}
