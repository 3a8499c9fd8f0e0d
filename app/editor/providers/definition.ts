import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { locate, placeOf, queryPosition, rangeOf } from '../query-place.ts';
import { ask } from './ask.ts';

/** Leads from a name to the `let`, or the step, that declares it, in whichever segment that is. */
export function registerDefinition(): void {
  languages.registerDefinitionProvider(KUSTO, {
    async provideDefinition(model, position, token) {
      const place = placeOf(model);
      const params = { text: place.text, position: queryPosition(model, position) };
      const span = await ask('definition', params, token);
      if (!span || model.isDisposed()) return null;
      if (place.tab === undefined || place.tab === 'whole') return { uri: model.uri, range: rangeOf(model, span) };
      const target = locate(span);
      return { uri: target.model.uri, range: target.range };
    },
  });
}
