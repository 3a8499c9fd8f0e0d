import { type Span, spanEnd } from '../base/span.ts';
import type { Globals } from '../kusto/globals.ts';
import { parse } from '../kusto/parse.ts';
import {
  argumentsOf,
  className,
  type Expression,
  elements,
  is,
  type QueryOperator,
  type Statement,
  textOf,
  withoutParentheses,
} from '../kusto/syntax.ts';
import { isSectionMarker } from './exclusion-sections.ts';
import type { Segments } from './segments.ts';
import { lineStartingAt, linesOf } from './text-lines.ts';

/** Operators that shape what is shown and leave out no row for what it is. */
const outputOperators = new Set([
  'ExtendOperator',
  'ProjectOperator',
  'ProjectAwayOperator',
  'ProjectKeepOperator',
  'ProjectRenameOperator',
  'ProjectReorderOperator',
  'SortOperator',
  'TakeOperator',
  'TopOperator',
  'RenderOperator',
]);

/** Operators that make rows of several: a filter behind them is about groups, not about events. */
const groupingOperators = new Set([
  'SummarizeOperator',
  'DistinctOperator',
  'CountOperator',
  'MakeSeriesOperator',
  'TopNestedOperator',
  'TopHittersOperator',
  'ScanOperator',
  'EvaluateOperator',
]);

/**
 * Cuts a query into the four segments by its syntax tree: leading `let`s of string lists are patterns; a run of purely
 * negative `where` steps is exclusions, the last one of those that events meet, unless a filter follows that says what is
 * detected; so are the steps between `// Begin … filter` and its end. What follows is output: without exclusions the
 * trailing extend, project and sort. A query of another shape, or with a syntax error, is detection alone. The segments,
 * concatenated, are always the query's text.
 */
export function splitQuery(text: string, globals: Globals): Segments {
  const whole: Segments = { patterns: '', detection: text, exclusions: '', output: '' };
  const root = parse(text, globals).Syntax;
  if (!is(root, 'QueryBlock')) return whole;
  const statements = elements<Statement>(root.Statements);
  const last = statements.at(-1);
  if (last === undefined || !is(last, 'ExpressionStatement') || last.Expression === null) return whole;
  if (root.ContainsSyntaxDiagnostics) return whole;
  const patternsEnd = endOfStringLists(text, statements);
  const steps = pipelineOf(last.Expression);
  const { exclusions, output } = bounds(text, steps, patternsEnd);
  return {
    patterns: text.slice(0, patternsEnd),
    detection: text.slice(patternsEnd, exclusions),
    exclusions: text.slice(exclusions, output),
    output: text.slice(output),
  };
}

interface Step {
  readonly operator: QueryOperator;
  /** From the pipe to the operator's end. */
  readonly span: Span;
}

function pipelineOf(expression: Expression): readonly Step[] {
  const steps: Step[] = [];
  let node: Expression | null = expression;
  while (is(node, 'PipeExpression')) {
    const operator: QueryOperator | null = node.Operator;
    const start = node.Bar?.TextStart;
    if (operator === null || start === undefined) return [];
    steps.unshift({ operator, span: { start, length: operator.End - start } });
    node = node.Expression;
  }
  return steps;
}

/** Where the leading `let`s of string lists end, with their line; 0 without any. */
function endOfStringLists(text: string, statements: readonly Statement[]): number {
  let end = 0;
  for (const [index, statement] of statements.slice(0, -1).entries()) {
    if (!is(statement, 'LetStatement') || !isStringList(statement.Expression)) break;
    end = endOfLine(text, statement.End, statements[index + 1].TextStart);
  }
  return end;
}

function isStringList(expression: Expression | null): boolean {
  if (!is(expression, 'DynamicExpression')) return false;
  const array = expression.Expression;
  if (!is(array, 'JsonArrayExpression')) return false;
  const values = elements<Expression>(array.Values);
  return (
    values.length > 0 && values.every((value) => is(value, 'LiteralExpression') && /^[@hH"'`~]/.test(textOf(value)))
  );
}

/** The end of the line that a statement or step ends on, unless what follows begins on it. */
function endOfLine(text: string, end: number, next: number): number {
  const rest = /^[^\S\r\n]*;?[^\S\r\n]*(?:\/\/[^\r\n]*)?(?:\r\n|\r|\n|$)/.exec(text.slice(end, next));
  return rest === null ? next : end + rest[0].length;
}

function bounds(text: string, steps: readonly Step[], start: number): { exclusions: number; output: number } {
  const startOf = (index: number): number => {
    const before = index === 0 ? undefined : steps[index - 1];
    if (index >= steps.length) return text.length;
    return before === undefined
      ? steps[index].span.start
      : endOfLine(text, spanEnd(before.span), steps[index].span.start);
  };
  const marked = markedSteps(text, steps);
  if (marked !== undefined) {
    const end = marked.last + 1 < steps.length ? marked.end : text.length;
    return { exclusions: Math.max(start, startOf(marked.first)), output: end };
  }
  const output = outputStart(steps);
  let exclusions = output;
  while (exclusions > 0 && isExclusion(steps[exclusions - 1].operator)) exclusions--;
  return { exclusions: startOf(exclusions), output: startOf(output) };
}

/** The index of the step that output begins with: the one behind the exclusions, where there are any. */
function outputStart(steps: readonly Step[]): number {
  const operators = steps.map(({ operator }) => operator);
  const grouping = operators.findIndex((operator) => groupingOperators.has(className(operator)));
  const ofEvents = grouping < 0 ? operators : operators.slice(0, grouping);
  const last = ofEvents.findLastIndex(isExclusion);
  if (last >= 0 && !ofEvents.slice(last + 1).some((operator) => is(operator, 'FilterOperator'))) return last + 1;
  return operators.findLastIndex((operator) => !outputOperators.has(className(operator))) + 1;
}

/** The `where` steps between `// Begin … filter` and its end, and where the marker's line ends. */
function markedSteps(text: string, steps: readonly Step[]): { first: number; last: number; end: number } | undefined {
  const lines = linesOf(text);
  const markers = lines.filter((line) => line.comment !== undefined && isSectionMarker(line.comment));
  const [begin, finish] = markers;
  if (begin === undefined || finish === undefined || !/begin/i.test(begin.comment ?? '')) return undefined;
  const inside = steps.flatMap((step, index) =>
    step.span.start > begin.start && spanEnd(step.span) <= finish.start ? [index] : [],
  );
  if (inside.length === 0 || !inside.every((index) => is(steps[index].operator, 'FilterOperator'))) return undefined;
  const next = lines[lineStartingAt(lines, finish.start) + 1];
  return { first: inside[0], last: inside[inside.length - 1], end: next?.start ?? text.length };
}

function isExclusion(operator: QueryOperator): boolean {
  return is(operator, 'FilterOperator') && operator.Condition !== null && isNegative(operator.Condition);
}

/** True for a condition that only says what a row is not. */
function isNegative(condition: Expression): boolean {
  const node = withoutParentheses(condition);
  if (is(node, 'FunctionCallExpression')) {
    return node.Name?.SimpleName === 'not' && argumentsOf(node.ArgumentList).length === 1;
  }
  if (is(node, 'BinaryExpression')) {
    const operator = node.Operator?.Text ?? '';
    if (operator === 'and' || operator === 'or') return isNegative(node.Left!) && isNegative(node.Right!);
    return operator.startsWith('!');
  }
  if (is(node, 'InExpression') || is(node, 'BetweenExpression')) return (node.Operator?.Text ?? '').startsWith('!');
  return false;
}
