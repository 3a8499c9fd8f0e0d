import type { RuleFormat } from '../../../rule-engine/index.ts';
import { saveText } from '../../browser/save-file.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { tell } from '../notices/notice-store.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { ruleFormats } from './rule-formats.ts';

/** Saves the rule as it stands in another tool's form; says what that leaves out, or why it can't hold the rule. */
export async function saveRuleAs(format: RuleFormat): Promise<void> {
  const { rule, segments } = useRuleStore.getState();
  const known = ruleFormats.find((each) => each.format === format);
  if (!rule || !known) return;
  try {
    const { languageClient } = await import('../../workers/language.ts');
    const { metadata } = rule;
    const { text, diagnostics } = await languageClient().request('export-rule', { metadata, segments, format });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const said = (errors.length > 0 ? errors : diagnostics).map(({ message }) => message).join(' · ');
    if (text === undefined) return tell(`A ${known.title} can't hold this rule: ${said}`, 'error');
    const name = `${metadata.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'rule'}.${known.ending}`;
    saveText(text, name, known.ending === 'json' ? 'application/json' : 'text/plain');
    if (errors.length > 0) tell(`Saved, but it breaks limits: ${said}`, 'error');
    else tell(said === '' ? `Saved as ${name}` : `Saved as ${name}: ${said}`);
  } catch (error) {
    tell(`Nothing was saved: ${asWorkerError(error).message}`, 'error');
  }
}
