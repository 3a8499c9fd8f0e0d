import { parseStringLiteral } from '../../kusto/literals/string-literal.ts';
import { type KqlToken, kqlTokens } from '../kql-tokens.ts';
import { isTrivia } from '../pipeline-steps.ts';
import { type ComposedQuery, segmentText, toQuerySpan } from '../segments.ts';
import { changeKind, type PatternChange, type StepChange } from './rule-change.ts';

/** A statement of the patterns: `let Name = dynamic([…]);`. */
interface Statement {
  readonly name: string;
  readonly strings: readonly Pattern[];
  /** Its text with `…` for its strings and what parts them. */
  readonly shape: string;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The strings that came to lists of the same name or left them, and the statements that differ otherwise. */
export function patternChanges(
  before: ComposedQuery,
  now: ComposedQuery,
): { readonly patterns: readonly PatternChange[]; readonly statements: readonly StepChange[] } {
  const [old, own] = [statementsOf(segmentText(before, 'patterns')), statementsOf(segmentText(now, 'patterns'))];
  const pairs = [
    ...own.map((statement) => ({ now: statement, before: old.find(({ name }) => name === statement.name) })),
    ...old
      .filter(({ name }) => !own.some((statement) => statement.name === name))
      .map((statement) => ({ now: undefined, before: statement })),
  ];
  return {
    patterns: pairs.flatMap(({ before: was, now: is }) => [
      ...missingFrom(was?.strings ?? [], is?.strings ?? []).map((pattern) =>
        changeOf('added', is?.name ?? '', pattern, now),
      ),
      ...missingFrom(is?.strings ?? [], was?.strings ?? []).map((pattern) =>
        changeOf('removed', was?.name ?? '', pattern, before),
      ),
    ]),
    statements: pairs.flatMap(({ before: was, now: is }): StepChange[] => {
      if (was?.shape === is?.shape) return [];
      return [
        {
          kind: changeKind(was, is),
          segment: 'patterns',
          before: was?.shape,
          now: is?.shape,
          span: is && spanIn(now, is),
          otherSpan: was && spanIn(before, was),
        },
      ];
    }),
  };
}

function changeOf(kind: PatternChange['kind'], list: string, pattern: Pattern, query: ComposedQuery): PatternChange {
  return { kind, list, text: pattern.text, span: spanIn(query, pattern) };
}

function spanIn(query: ComposedQuery, { start, end }: { readonly start: number; readonly end: number }) {
  return toQuerySpan(query, { segment: 'patterns', span: { start, length: end - start } });
}

/** The patterns that a list lacks; one that stands twice must be there twice. */
function missingFrom(list: readonly Pattern[], wanted: readonly Pattern[]): readonly Pattern[] {
  const free = list.map(({ text }) => text);
  return wanted.filter(({ text }) => {
    const at = free.indexOf(text);
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
}

function statementsOf(text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let tokens: KqlToken[] = [];
  for (const token of kqlTokens(text)) {
    if (isTrivia(token)) continue;
    tokens.push(token);
    if (token.kind !== 'semicolon') continue;
    statements.push(statementOf(text, tokens));
    tokens = [];
  }
  return tokens.length > 0 ? [...statements, statementOf(text, tokens)] : statements;
}

function statementOf(text: string, tokens: readonly KqlToken[]): Statement {
  const raw = ({ start, end }: KqlToken): string => text.slice(start, end);
  const isLet = raw(tokens[0]) === 'let' && tokens[1]?.kind === 'word';
  const shape: string[] = [];
  for (const token of tokens) {
    const isPart = token.kind === 'string' || raw(token) === ',';
    if (isPart ? shape.at(-1) !== '…' : true) shape.push(isPart ? '…' : raw(token));
  }
  return {
    name: isLet ? raw(tokens[1]) : '',
    strings: tokens
      .filter(({ kind }) => kind === 'string')
      .map((token) => ({ text: parseStringLiteral(raw(token)) ?? raw(token), start: token.start, end: token.end })),
    shape: shape.join(' '),
    start: tokens[0].start,
    end: tokens[tokens.length - 1].end,
  };
}
