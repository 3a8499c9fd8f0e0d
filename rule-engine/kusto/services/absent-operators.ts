import type { Span } from '../../base/span.ts';
import { type Code, textOfCode } from './code-service.ts';
import { operandAfter, operandBefore, spanOfTokens } from './operands.ts';
import type { QuickFix } from './quick-fix.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Operators that people write and Kusto has not; each gives its repair when it stands at a token. */
type Finder = (query: Query, index: number) => QuickFix | undefined;

interface Query {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** `has_any` and its like have no negated form: the whole predicate goes into `not(…)`. */
const WITHOUT_NEGATION = new Set(['has_any', 'has_all', 'matches regex']);

const WITH_NEGATION = new Set([
  'in',
  'in~',
  'has',
  'has_cs',
  'contains',
  'contains_cs',
  'startswith',
  'startswith_cs',
  'endswith',
  'endswith_cs',
  'hasprefix',
  'hasprefix_cs',
  'hassuffix',
  'hassuffix_cs',
  'between',
]);

const OTHER_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['IN', 'in'],
]);

const finders: readonly Finder[] = [negatedWithBang, negatedWithNot, notEqualIgnoringCase, doubledSign, upperCaseWord];

/** The repairs of operators that Kusto does not have: `!has_any`, `not in`, `!=~`, `&&`, `AND`. */
export function absentOperatorFixes(code: Code): QuickFix[] {
  const query = { text: textOfCode(code), tokens: tokensOf(code) };
  return query.tokens.flatMap((_, index) =>
    finders.flatMap((find) => {
      const fix = find(query, index);
      return fix === undefined ? [] : [fix];
    }),
  );
}

/** `x !has_any (…)`, `x !matches regex …` */
function negatedWithBang(query: Query, index: number): QuickFix | undefined {
  const [bang, operator] = query.tokens.slice(index, index + 2);
  if (bang?.text !== '!' || operator === undefined || !WITHOUT_NEGATION.has(operator.text)) return undefined;
  return wrapInNot(query, index, index + 1);
}

/** `x not in (…)`, `x not has_any (…)` */
function negatedWithNot(query: Query, index: number): QuickFix | undefined {
  const [negation, operator] = query.tokens.slice(index, index + 2);
  if (negation?.text.toLowerCase() !== 'not' || operator === undefined) return undefined;
  if (WITHOUT_NEGATION.has(operator.text)) return wrapInNot(query, index, index + 1);
  if (!WITH_NEGATION.has(operator.text) || operandBefore(query.tokens, index) === undefined) return undefined;
  const span = spanOfTokens(query.tokens, index, index + 1);
  return replacement(`Write !${operator.text}`, span, `!${operator.text}`);
}

/** `x !=~ y` */
function notEqualIgnoringCase({ tokens }: Query, index: number): QuickFix | undefined {
  const [unequal, tilde] = tokens.slice(index, index + 2);
  if (unequal?.text !== '!=' || tilde?.text !== '~' || tilde.start !== unequal.start + 2) return undefined;
  return replacement('Write !~ (not equal, ignoring case)', spanOfTokens(tokens, index, index + 1), '!~');
}

/** `&&` and `||`: the lexer gives two tokens of one sign. */
function doubledSign({ text, tokens }: Query, index: number): QuickFix | undefined {
  const start = tokens[index]?.start ?? 0;
  const sign = text.slice(start, start + 2);
  if (sign !== '&&' && sign !== '||') return undefined;
  const word = sign === '&&' ? 'and' : 'or';
  return replacement(`Write ${word}`, { start, length: 2 }, word);
}

/** Kusto's keywords are lower case. */
function upperCaseWord({ tokens }: Query, index: number): QuickFix | undefined {
  const token = tokens[index];
  const word = token === undefined ? undefined : OTHER_LANGUAGES.get(token.text);
  if (token === undefined || word === undefined) return undefined;
  return replacement(`Write ${word}`, spanOfTokens(tokens, index, index), word);
}

function wrapInNot({ text, tokens }: Query, negation: number, operator: number): QuickFix | undefined {
  const first = operandBefore(tokens, negation);
  const last = operandAfter(tokens, operator);
  if (first === undefined || last === undefined) return undefined;
  const left = spanOfTokens(tokens, first, negation - 1);
  const right = spanOfTokens(tokens, operator, last);
  const span = spanOfTokens(tokens, first, last);
  const predicate = `${slice(text, left)} ${slice(text, right)}`;
  return replacement(`Write not(… ${tokens[operator]?.text} …)`, span, `not(${predicate})`);
}

function replacement(title: string, span: Span, text: string): QuickFix {
  return { title, span, edits: [{ span, text }] };
}

function slice(text: string, { start, length }: Span): string {
  return text.slice(start, start + length);
}
