import { invalid } from '../../diagnostics/diagnostic.ts';
import type { CallExpr, Expr } from '../../plan/plan.ts';
import { columnRead } from '../../plan/walk.ts';

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

/** The branches of `iff` and `case` have one type; an int may stand for a long. A dynamic is converted. */
const branches: Rule = ({ args, span, name }) => {
  const values = args.filter((_, i) => i % 2 === 1 || i === args.length - 1);
  const types = new Set(
    values.map(({ type }) => (type === 'int' ? 'long' : type)).filter((type) => type !== 'dynamic'),
  );
  if (types.size <= 1) return;
  throw invalid('branch-types', `The values of ${name}() must have one type, not ${[...types].join(' and ')}`, span);
};

/** Only arrays have a length; a dynamic value that is none has a null one. */
const array: Rule = ({ args: [value] }) => {
  if (value.type !== 'dynamic') throw invalid('KS234', 'The expression value must be a dynamic array.', value.span);
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

/**
 * A dynamic value has neither order nor equality: it is no key to join or to sort by, and can't be counted distinctly.
 *
 * @throws QueryError
 */
export function refuseDynamic({ type, span }: Expr, use: string): void {
  if (type === 'dynamic') throw invalid('dynamic-key', `${use} can't be dynamic: cast it`, span);
}

/**
 * As `refuseInvalidCall`, for aggregates: an accuracy is one of five, a percentage within 0 and 100; these and sizes are
 * the same for all rows.
 *
 * @throws QueryError
 */
export function refuseInvalidAggregate(aggregate: string, args: readonly Expr[]): void {
  const varying = args.slice(CONSTANTS_FROM[aggregate] ?? args.length).find((arg) => columnRead(arg) !== undefined);
  if (varying !== undefined) {
    throw invalid('not-constant', `This argument of ${aggregate}() must be a constant`, varying.span);
  }
  if (aggregate === 'dcount' || aggregate === 'dcountif') {
    refuseDynamic(args[0], `The argument of ${aggregate}()`);
    refuseOutside(args.slice(aggregate === 'dcount' ? 1 : 2), 4, 'An accuracy');
  }
  const percentile = /^percentiles?(w)?(?:_array)?$/.exec(aggregate);
  if (percentile !== null) refuseOutside(args.slice(percentile[1] === undefined ? 1 : 2), 100, 'A percentage');
}

/** From which argument on an aggregate takes constants alone. */
const CONSTANTS_FROM: Readonly<Record<string, number | undefined>> = {
  dcount: 1,
  dcountif: 2,
  make_bag: 1,
  make_bag_if: 2,
  make_list: 1,
  make_list_if: 2,
  make_set: 1,
  make_set_if: 2,
  makelist: 1,
  makeset: 1,
  percentile: 1,
  percentiles: 1,
  percentiles_array: 1,
  percentilew: 2,
  percentilesw: 2,
  percentilesw_array: 2,
};

function refuseOutside(args: readonly Expr[], most: number, what: string): void {
  for (const { span, ...arg } of args) {
    if (arg.kind !== 'literal' || (typeof arg.value !== 'number' && typeof arg.value !== 'bigint')) continue;
    if (arg.value < 0 || arg.value > most) throw invalid('out-of-range', `${what} is from 0 to ${most}`, span);
  }
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
  array_length: array,
  iff: branches,
  iif: branches,
  case: branches,
  prev: neighbour,
  next: neighbour,
  extract_all: capturing,
  format_datetime: format('format_datetime', /^(?:[dfFhHmMsy]|tt|[ /\-:,._[\]])*$/),
  format_timespan: format('format_timespan', /^(?:[dfFhHms]|[ /\-:,._[\]])*$/),
};
