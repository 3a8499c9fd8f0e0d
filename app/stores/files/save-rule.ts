import type { RuleFormat } from '../../../rule-engine/index.ts';
import { saveText } from '../../browser/save-file.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { tell } from '../notices/notice-store.ts';
import { offer, putAside } from '../notices/offers-store.ts';
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
    const said = (errors.length > 0 ? errors : diagnostics).map(({ message }) => message);
    if (text === undefined) return say(`A ${known.title} can't hold this rule`, said);
    const name = `${metadata.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'rule'}.${known.ending}`;
    saveText(text, name, known.ending === 'json' ? 'application/json' : 'text/plain');
    say(errors.length > 0 ? `Saved as ${name}, but it breaks limits` : `Saved as ${name}`, said);
  } catch (error) {
    tell(`Nothing was saved: ${asWorkerError(error).message}`, 'error');
  }
}

/** What was left out is too much for the moment that a notice stays, and for its line. */
function say(text: string, details: readonly string[]): void {
  if (details.length > 0) {
    offer({ name: 'saved-rule', text: `${text}:`, details });
  } else {
    putAside({ name: 'saved-rule' });
    tell(text);
  }
}
