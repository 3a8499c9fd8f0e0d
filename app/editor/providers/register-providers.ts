import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import { showDiagnostics } from './diagnostics.ts';
import { registerFormatting } from './formatting.ts';
import { registerHover } from './hover.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { registerRename } from './rename.ts';
import { registerSemanticColors } from './semantic-colors.ts';
import { registerSignatureHelp } from './signature-help.ts';

/** Everything that monaco asks about KQL, which it knows already. Once a page. */
export function registerProviders(): void {
  registerCompletion();
  registerHover();
  registerSignatureHelp();
  registerFormatting();
  registerRename();
  registerDefinition();
  registerQuickFixes();
  registerSemanticColors((listener) => {
    const stop = useRuleStore.subscribe((now, before) => {
      if (now.checkedText !== before.checkedText) listener();
    });
    return { dispose: stop };
  });
  showDiagnostics();
}
