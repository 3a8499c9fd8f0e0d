import {
  NEGATED_SPELLING,
  type NeedleFinder,
  needleFinder,
  STRING_OPERATORS,
  type StringOperator,
} from '../kernels/string-predicate.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { regularExpressionOf } from './regular-expression.ts';
import { loadRegularExpressions } from './regular-expression-library.ts';
import { valueText } from './value-text.ts';

/** `==` and `!=` compare values of any type; `comparison.ts` has them. */
const textOnly = STRING_OPERATORS.filter((operator) => operator !== '==');

/** `has`, `contains`, `startswith`, `=~`, … with their negations, and `matches regex`. */
export const stringOperators: readonly ScalarFunction[] = [
  ...textOnly.flatMap((operator) => [entry(operator, operator, false), entry(negated(operator), operator, true)]),
  { name: 'matches regex', nulls: 'kernel', prepare: loadRegularExpressions, bind: bindMatchesRegex },
];

function negated(operator: StringOperator): string {
  return NEGATED_SPELLING.get(operator) ?? operator;
}

function entry(name: string, operator: StringOperator, negate: boolean): ScalarFunction {
  return {
    name,
    aliases: deprecatedSpellings(name),
    nulls: 'kernel',
    bind: (call) => bindStringOperator(call, operator, negate),
  };
}

function deprecatedSpellings(name: string): readonly string[] {
  if (name === 'contains_cs') return ['containscs'];
  if (name === '!contains') return ['notcontains'];
  if (name === '!contains_cs') return ['notcontainscs'];
  return [];
}

function bindStringOperator(call: CallSite, operator: StringOperator, negate: boolean): Kernel {
  const leftType = call.argumentTypes[0];
  const rightType = call.argumentTypes[1];
  const constant = call.constants[1];
  // Made when a value is first tested by itself: most columns are searched whole.
  let fixed: NeedleFinder | undefined;
  return ([left, right]) => {
    if (left === null && leftType !== 'string') return negate;
    const find = fixed ?? needleFinder(operator, valueText(right, rightType));
    if (constant !== undefined) fixed = find;
    return find(textOf(left, leftType)) >= 0 !== negate;
  };
}

function textOf(value: Scalar, type: ScalarType): string {
  return type === 'string' ? (value as string) : valueText(value, type);
}

function bindMatchesRegex(call: CallSite): Kernel {
  const [leftType, rightType] = call.argumentTypes;
  const constant = call.constants[1];
  const expressionOf = regularExpressionOf(
    constant === undefined ? undefined : valueText(constant, rightType),
    call.span,
  );
  return ([left, right]) => {
    if (left === null && leftType !== 'string') return false;
    return expressionOf(valueText(right, rightType))?.test(textOf(left, leftType)) ?? false;
  };
}
