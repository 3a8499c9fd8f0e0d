import type { Scalar } from '../schema/value.ts';
import type { AggregateFunction } from './aggregate.ts';
import { conditional } from './conditional.ts';

/**
 * `take_any`: of one argument the first value that is neither null nor empty, if there is one; of several the first
 * row's. Kusto promises any row.
 */
const takeAny: AggregateFunction = {
  name: 'take_any',
  aliases: ['any'],
  bind: (site) => {
    const missing = site.resultTypes.map((type) => (type === 'string' ? '' : null));
    return () => {
      let taken: readonly Scalar[] | undefined;
      let final = false;
      return {
        add: (args) => {
          if (final) return;
          const filled = args.length > 1 || (args[0] !== null && args[0] !== '');
          if (taken === undefined || filled) taken = [...args];
          final = filled;
        },
        result: () => taken ?? missing,
      };
    };
  },
};

export const takeAnyFamily: readonly AggregateFunction[] = [takeAny, conditional('take_anyif', takeAny, 1, ['anyif'])];
