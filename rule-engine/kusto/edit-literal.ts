import { type Span, spanEnd } from '../base/span.ts';
import type { Expr, Plan } from '../plan/plan.ts';
import { walkPlan } from '../plan/walk.ts';
import { parseStringLiteral } from './literals/string-literal.ts';

/** Predicates whose right side no binding depends on; a regular expression is not among them: it may be refused. */
const PREDICATE = /^(?:!?(?:has|hasprefix|hassuffix|contains|startswith|endswith)(?:_cs)?|==|!=|=~|!~)$/;

/**
 * The plan of `after` where it differs from `before`, whose plan is known, within one string literal alone, and that
 * literal is only compared with: an element of a list, or the right side of a string predicate. Undefined otherwise. It
 * spares the language service's parse, many times dearer, while a pattern is typed.
 */
export function withEditedLiteral(plan: Plan, before: string, after: string): Plan | undefined {
  const edit = differenceOf(before, after);
  const literal = comparedLiteral(plan, edit);
  if (literal === undefined) return undefined;
  const delta = after.length - before.length;
  const raw = after.slice(literal.start, spanEnd(literal) + delta);
  const value = isOneLiteral(raw) && sameQuotes(before.slice(literal.start), raw) ? parseStringLiteral(raw) : undefined;
  if (value === undefined) return undefined;
  return moved(plan, literal, spanEnd(edit), delta, value) as Plan;
}

/** The part of `before` that `after` has another text for. */
function differenceOf(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  return { start, length: before.length - kept - start };
}

/** The span of the literal whose inside holds the edit, when every use of it is a comparison. */
function comparedLiteral(plan: Plan, edit: Span): Span | undefined {
  const compared = new Set<Expr>();
  const touched: Expr[] = [];
  walkPlan(plan, (node) => {
    if (node.kind === 'list' && !('table' in node.list)) for (const element of node.list) compared.add(element);
    else if (node.kind === 'call' && PREDICATE.test(node.name)) compared.add(node.args[1]);
    else if (node.kind === 'literal' && node.span.start < spanEnd(edit) + 1 && spanEnd(node.span) > edit.start)
      touched.push(node);
  });
  const [first] = touched;
  if (first === undefined || edit.start <= first.span.start || spanEnd(edit) >= spanEnd(first.span)) return undefined;
  const isCompared = (node: Expr) =>
    compared.has(node) &&
    node.type === 'string' &&
    node.span.start === first.span.start &&
    node.span.length === first.span.length;
  return touched.every(isCompared) ? first.span : undefined;
}

/** Whether a text is one string literal to its end: no quote closes it earlier, and its last one is not escaped. */
function isOneLiteral(raw: string): boolean {
  return /^(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|@"(?:[^"\r\n]|"")*"|@'(?:[^'\r\n]|'')*')$/.test(raw);
}

function sameQuotes(before: string, after: string): boolean {
  const opening = /^@?["']/;
  return opening.exec(before)?.[0] === opening.exec(after)?.[0];
}

/** A copy of the plan whose spans follow the edit, with the literal's new value. */
function moved(node: unknown, literal: Span, editEnd: number, delta: number, value: string): unknown {
  const copies = new Map<object, unknown>();
  const shift = (position: number) => (position >= editEnd ? position + delta : position);
  const copy = (original: unknown): unknown => {
    if (typeof original !== 'object' || original === null) return original;
    const known = copies.get(original);
    if (known !== undefined) return known;
    const made = Array.isArray(original) ? original.map(copy) : copyObject(original);
    copies.set(original, made);
    return made;
  };
  const copyObject = (original: object): object => {
    if (isSpan(original)) {
      const start = shift(original.start);
      return { start, length: shift(spanEnd(original)) - start };
    }
    if (Object.getPrototypeOf(original) !== Object.prototype) return original;
    const made: Record<string, unknown> = { ...original };
    const isLiteral = made.kind === 'literal';
    // Neither a value nor a column stands in the text.
    for (const key in made) if (key !== 'columns' && !(isLiteral && key === 'value')) made[key] = copy(made[key]);
    const { span } = original as { readonly span?: Span };
    if (isLiteral && span?.start === literal.start && span.length === literal.length) made.value = value;
    return made;
  };
  return copy(node);
}

function isSpan(value: object): value is Span {
  if (!('start' in value && 'length' in value)) return false;
  return Object.keys(value).length === 2;
}
