import { foldCase } from './case-folding.ts';
import { type TermSearch, termFinder } from './term.ts';

/** The string operators that compare a text with one needle, without their negations. */
export const STRING_OPERATORS = [
  'has',
  'has_cs',
  'hasprefix',
  'hasprefix_cs',
  'hassuffix',
  'hassuffix_cs',
  'contains',
  'contains_cs',
  'startswith',
  'startswith_cs',
  'endswith',
  'endswith_cs',
  '==',
  '=~',
] as const;

export type StringOperator = (typeof STRING_OPERATORS)[number];

/** The negation of each operator, as it is spelled. */
export const NEGATED_SPELLING: ReadonlyMap<StringOperator, string> = new Map(
  STRING_OPERATORS.map((operator) => [operator, operator === '==' ? '!=' : operator === '=~' ? '!~' : `!${operator}`]),
);

/** Where a needle stands in a text: its index in UTF-16 code units, or -1. */
export type NeedleFinder = (text: string) => number;

/** How the has-family searches; undefined for the operators that don't look at terms. */
export function termSearchOf(operator: StringOperator): TermSearch | undefined {
  const caseSensitive = operator.endsWith('_cs');
  switch (operator) {
    case 'has':
    case 'has_cs':
      return { left: true, right: true, caseSensitive };
    case 'hasprefix':
    case 'hasprefix_cs':
      return { left: true, right: false, caseSensitive };
    case 'hassuffix':
    case 'hassuffix_cs':
      return { left: false, right: true, caseSensitive };
    case 'contains':
    case 'contains_cs':
      return { left: false, right: false, caseSensitive };
    default:
      return undefined;
  }
}

/** Prepares one operator with one needle: the truth of a text is `finder(text) >= 0`; the index is for evidence. */
export function needleFinder(operator: StringOperator, needle: string): NeedleFinder {
  const search = termSearchOf(operator);
  if (search !== undefined) return termFinder(needle, search);
  const folds = operator !== '==' && !operator.endsWith('_cs');
  const fold = folds ? foldCase : (text: string): string => text;
  const sought = fold(needle);
  switch (operator) {
    case 'startswith':
    case 'startswith_cs':
      return (text) => (fold(text.slice(0, sought.length)) === sought ? 0 : -1);
    case 'endswith':
    case 'endswith_cs':
      return (text) => {
        const at = text.length - sought.length;
        return at >= 0 && fold(text.slice(at)) === sought ? at : -1;
      };
    default:
      return (text) => (text.length === sought.length && fold(text) === sought ? 0 : -1);
  }
}
