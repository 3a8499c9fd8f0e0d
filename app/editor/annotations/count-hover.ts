import { spanContains } from '../../../rule-engine/index.ts';
import { KUSTO } from '../monaco/kusto-language.ts';
import { languages } from '../monaco/monaco.ts';
import { placeOf, rangeIn } from '../query-place.ts';
import { exclusionSentence, literalSentence } from './labels.ts';
import { annotationFeed } from './live-annotations.ts';
import { showRowsLink } from './show-rows.ts';

/** What a count means, when the pointer rests on the literal or the exclusion. Once a page. */
export function registerCountHover(): void {
  languages.registerHoverProvider(KUSTO, {
    provideHover(model, position) {
      const place = placeOf(model);
      if (place.tab === undefined) return null;
      const at = { start: place.span.start + model.getOffsetAt(position), length: 0 };
      const { literals, exclusions, isStale } = annotationFeed().current();
      const counted = [
        ...literals.map(({ index, count, span }) => ({
          span,
          sentence: literalSentence(count),
          link: count.rows > 0 ? ` ${showRowsLink(`literal ${index}`)}` : '',
        })),
        ...exclusions.map(({ index, count, span }) => ({
          span,
          sentence: exclusionSentence(count),
          link: count.removed > 0 ? ` ${showRowsLink(`exclusion ${index}`)}` : '',
        })),
      ].filter(({ span }) => spanContains(span, at));
      if (counted.length === 0) return null;
      const note = isStale ? '\n\n*Counted before the last edit.*' : '';
      const range = rangeIn(model, place, counted[0].span);
      return {
        contents: counted.map(({ sentence, link }) => ({ value: `${sentence}${link}${note}`, isTrusted: true })),
        ...(range && { range }),
      };
    },
  });
}
