import { invalid } from '../../diagnostics/diagnostic.ts';
import type { CallExpr, Expr } from '../../plan/expr.ts';

type Rule = (call: CallExpr) => void;

/**
 * What Kusto's engine refuses though Microsoft's language service takes it.
 *
 * @throws QueryError
 */
export function refuseInvalidCall(call: CallExpr): void {
  RULES[call.name]?.(call);
}

/** Two dynamic values can't be compared: one needs a cast. */
const comparison: Rule = ({ args: [left, right], span, name }) => {
  if (left.type !== 'dynamic' || right.type !== 'dynamic' || isNullLiteral(left) || isNullLiteral(right)) return;
  throw invalid(
    'dynamic-comparison',
    `Cannot compare values of types dynamic and dynamic with ${name}: cast one`,
    span,
  );
};

/** `prev(x, 0)` is the row itself. */
const neighbour: Rule = ({ args, name }) => {
  const offset = args[1];
  if (
    offset?.kind === 'literal' &&
    (typeof offset.value === 'bigint' || typeof offset.value === 'number') &&
    offset.value < 1
  ) {
    throw invalid('window-offset', `The offset of ${name}() must be at least 1`, offset.span);
  }
};

/** `extract_all` gives what groups capture. */
const capturing: Rule = ({ args: [pattern] }) => {
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return;
  const withoutEscapes = pattern.value.replace(/\\[\s\S]/g, '').replace(/\[[^\]]*\]/g, '');
  if (/\((?!\?)|\(\?P?</.test(withoutEscapes)) return;
  throw invalid('no-capture-group', 'The regular expression of extract_all() needs a capturing group', pattern.span);
};

function format(name: string, allowed: RegExp): Rule {
  return ({ args }) => {
    const pattern = args[1];
    if (pattern?.kind !== 'literal' || typeof pattern.value !== 'string') return;
    if (!allowed.test(pattern.value))
      throw invalid('bad-format', `'${pattern.value}' is no format of ${name}()`, pattern.span);
  };
}

function isNullLiteral(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.value === null;
}

const RULES: Readonly<Record<string, Rule | undefined>> = {
  '==': comparison,
  '!=': comparison,
  '<': comparison,
  '<=': comparison,
  '>': comparison,
  '>=': comparison,
  prev: neighbour,
  next: neighbour,
  extract_all: capturing,
  format_datetime: format('format_datetime', /^(?:[dfFhHmMsy]|tt|[ /\-:,._[\]])*$/),
  format_timespan: format('format_timespan', /^(?:[dfFhHms]|[ /\-:,._[\]])*$/),
};
