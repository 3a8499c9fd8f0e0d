import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { placeOf } from '../query-place.ts';
import { ask } from './ask.ts';

/** The parameters of the function around the caret. */
export function registerSignatureHelp(): void {
  languages.registerSignatureHelpProvider(KUSTO, {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [')'],
    async provideSignatureHelp(model, position, token) {
      const place = placeOf(model);
      const caret = place.span.start + model.getOffsetAt(position);
      const help = await ask('signature', { text: place.text, position: caret }, token);
      if (!help || model.isDisposed()) return null;
      const fits = help.signatures.findIndex((signature) => signature.parameters.length > help.argument);
      return {
        value: {
          signatures: help.signatures.map(({ label, parameters }) => ({
            label,
            parameters: parameters.map((parameter) => ({ label: parameter })),
          })),
          activeSignature: Math.max(0, fits),
          activeParameter: help.argument,
        },
        dispose: () => undefined,
      };
    },
  });
}
