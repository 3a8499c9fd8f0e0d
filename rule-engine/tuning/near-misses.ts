import { type Span, spanEnd } from '../base/span.ts';
import { firstColumn } from '../executor/evidence.ts';
import type { Execution } from '../executor/execution.ts';
import { rowFunction } from '../executor/expression/row-function.ts';
import { valueText } from '../functions/value-text.ts';
import { type StringOperator, termSearchOf } from '../kernels/string-predicate.ts';
import {
  addLiteral,
  dropCondition,
  dropStep,
  orContains,
  replaceOperator,
  switchOffExclusion,
} from './near-miss-edits.ts';
import type { NearMissFix, NearMissKind } from './near-miss-report.ts';
import { alternativesOf, type FoundMiss, searchNearMisses } from './near-miss-search.ts';
import { caseMiss, type TermMiss, termMiss } from './near-miss-word.ts';
import type { RuleRun } from './rule-run.ts';

/** Why a row missed. */
interface MissExplanation {
  readonly message: string;
  readonly column: string | undefined;
  readonly at: Span | undefined;
  readonly fixes: readonly NearMissFix[];
}

/** Rows that missed by the same thing. */
export interface NearMiss {
  readonly kind: NearMissKind;
  readonly span: Span;
  readonly literal: number | undefined;
  readonly exclusion: number | undefined;
  /** Ascending. */
  readonly rows: Uint32Array;
  /** Edits that make all or most of the rows hits. */
  readonly fixes: readonly NearMissFix[];
  explain(row: number): MissExplanation;
}

/** The query's text, and where its exclusions stand in it. */
export interface QueryText {
  readonly text: string;
  readonly exclusions: Span;
}

/** Rows of a group that are looked at for the terms that a fix could add, and terms that are offered. */
const MOST_EXAMPLES = 2000;
const MOST_TERMS = 3;
const LONGEST_CONDITION = 80;

const KINDS: readonly NearMissKind[] = ['term', 'case', 'condition', 'exclusion'];

/** The near misses of a run, by what they missed by. */
export async function nearMissesOf(run: RuleRun, query: QueryText, execution: Execution): Promise<readonly NearMiss[]> {
  const misses = (await searchNearMisses(run, execution)).map((found) => nearMiss(found, run, query));
  return misses.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.rows.length - a.rows.length);
}

type LiteralMiss = Extract<FoundMiss, { kind: 'term' | 'case' }>;

function nearMiss(found: FoundMiss, run: RuleRun, query: QueryText): NearMiss {
  const { kind, rows, step } = found;
  const nothing = { literal: undefined, exclusion: undefined, column: undefined, at: undefined };
  if (kind === 'exclusion') {
    const off = switchOffExclusion(query.text, query.exclusions, step.plan.span);
    const fixes =
      off === undefined
        ? []
        : [{ title: `Switch off the exclusion “${off.name}”`, short: 'Switch it off', edits: off.edits }];
    const message = `Excluded only by “${off?.name ?? shortened(textAt(query, step.plan.span))}”`;
    const { exclusion } = found;
    return {
      ...nothing,
      kind,
      span: step.plan.span,
      exclusion,
      rows,
      fixes,
      explain: () => ({ ...nothing, message, fixes }),
    };
  }
  if (kind === 'condition') {
    const { span } = found.part.expr;
    const edits = found.whole ? dropStep(query.text, step.plan.span) : dropCondition(query.text, span);
    const condition = `\`${shortened(textAt(query, span))}\``;
    const fixes =
      edits === undefined ? [] : [{ title: `Remove the condition ${condition}`, short: 'Remove it', edits }];
    const message = `All but ${condition} holds`;
    return { ...nothing, kind, span, rows, fixes, explain: () => ({ ...nothing, message, fixes }) };
  }
  return literalMiss(found, run, query);
}

function literalMiss(found: LiteralMiss, run: RuleRun, query: QueryText): NearMiss {
  const { kind, use, rows } = found;
  const { span, text } = use;
  const literal = run.literals.findIndex(
    (known) => known.span.start === span.start && known.span.length === span.length && known.text === text,
  );
  const subject = use.test.kind === 'call' ? use.test.args.find((arg) => arg.kind !== 'constant') : undefined;
  const read = subject && rowFunction(subject);
  const readText = (row: number): string =>
    read === undefined || subject === undefined ? '' : valueText(read(row), subject.type);
  const column = subject && firstColumn(subject)?.name;
  const loosen = loosenings(found, query);
  const explain = (row: number): MissExplanation => {
    const value = readText(row);
    if (kind === 'case') {
      const miss = caseMiss(value, text);
      return {
        message: `\`${miss?.found ?? value}\`: the pattern is \`${text}\`, and case counts`,
        column,
        at: miss?.at,
        fixes: loosen,
      };
    }
    const miss = missOf(found, value);
    const message =
      miss === undefined
        ? `\`${text}\` is no term there`
        : `\`${miss.word}\`: the term is \`${miss.term}\`, the pattern is \`${text}\``;
    return { message, column, at: miss?.at, fixes: [...termFixes(found, query, miss ? [miss.whole] : []), ...loosen] };
  };
  const fixes = kind === 'case' ? loosen : [...termFixes(found, query, commonTerms(found, readText)), ...loosen];
  return { kind, span, literal: literal < 0 ? undefined : literal, exclusion: undefined, rows, fixes, explain };
}

function missOf({ use }: LiteralMiss, value: string): TermMiss | undefined {
  const search = termSearchOf(use.predicate as StringOperator);
  return search && termMiss(value, use.text, search);
}

/** The terms that the pattern is most often a part of. */
function commonTerms(found: LiteralMiss, readText: (row: number) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of found.rows.subarray(0, MOST_EXAMPLES)) {
    const whole = missOf(found, readText(row))?.whole;
    if (whole !== undefined) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TERMS)
    .map(([whole]) => whole);
}

/** Adds terms to the list that the pattern is in. */
function termFixes({ use }: LiteralMiss, { text }: QueryText, terms: readonly string[]): readonly NearMissFix[] {
  if (alternativesOf(use) === undefined || !isLiteral(text, use.span)) return [];
  return terms.map((term) => ({
    title: `Add \`${term}\` to the list`,
    short: `Add \`${term}\``,
    edits: addLiteral(text, use.span, term),
  }));
}

/** A looser operator for the pattern. */
function loosenings({ kind, use, relaxation }: LiteralMiss, query: QueryText): readonly NearMissFix[] {
  const { text } = query;
  const list = alternativesOf(use);
  if (list === undefined) {
    const left = use.test.kind === 'call' ? use.test.args[0].expr.span : use.span;
    const edits = replaceOperator(
      text,
      { start: spanEnd(left), end: use.span.start },
      use.predicate,
      relaxation.operator,
    );
    return edits === undefined ? [] : [plainFix(`Use \`${relaxation.operator}\``, edits)];
  }
  if (list.expr.kind !== 'list') return [];
  const left = list.expr.left.span;
  if (kind === 'term') {
    const title = `Look for \`${use.text}\` with \`contains\``;
    return [{ title, short: 'Use `contains`', edits: orContains(text, list.expr.span, left, use.text) }];
  }
  const edits = replaceOperator(text, { start: spanEnd(left), end: spanEnd(list.expr.span) }, 'in', 'in~');
  return edits === undefined ? [] : [plainFix('Use `in~`', edits)];
}

function plainFix(title: string, edits: NearMissFix['edits']): NearMissFix {
  return { title, short: title, edits };
}

/** True where the text shows a string literal: a plan may be of another text than it is shown with. */
function isLiteral(text: string, span: Span): boolean {
  return /^[hH]?@?["'`~]/.test(text.slice(span.start, spanEnd(span)));
}

function textAt({ text }: QueryText, span: Span): string {
  return text.slice(span.start, spanEnd(span));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_CONDITION ? `${line.slice(0, LONGEST_CONDITION - 1)}…` : line;
}
