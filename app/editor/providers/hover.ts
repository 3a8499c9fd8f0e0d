import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { placeOf, rangeIn } from '../query-place.ts';
import { ask } from './ask.ts';

/** What a name is bound to, what an operator does. */
export function registerHover(): void {
  languages.registerHoverProvider(KUSTO, {
    async provideHover(model, position, token) {
      const place = placeOf(model);
      const caret = place.span.start + model.getOffsetAt(position);
      const hover = await ask('hover', { text: place.text, position: caret }, token);
      if (!hover || model.isDisposed()) return null;
      const range = rangeIn(model, place, hover.span);
      return { contents: [{ value: hover.markdown }], ...(range === undefined ? {} : { range }) };
    },
  });
}
