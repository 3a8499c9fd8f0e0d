import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { Decimal } from '../../schema/decimal.ts';
import { DynamicScalar, type DynamicValue } from '../../schema/value.ts';
import type { Lowering } from '../lower/lowering.ts';
import { type Expression, elements, is, nodes, withoutParentheses } from '../syntax.ts';
import { literalTypeOf } from '../types.ts';
import { parseLiteral } from './literal.ts';
import { parseStringLiteral } from './string-literal.ts';

/** The value of what stands in `dynamic(…)`: JSON with Kusto's literals for datetimes, timespans and the like. */
export function dynamicValue(node: Expression, lowering: Lowering): DynamicValue {
  if (is(node, 'DynamicExpression')) return dynamicValue(node.Expression!, lowering);
  if (is(node, 'JsonArrayExpression')) {
    return elements<Expression>(node.Values).map((value) => dynamicValue(value, lowering));
  }
  if (is(node, 'JsonObjectExpression')) {
    return new Map(
      elements(node.Pairs).map((pair) => [
        parseStringLiteral(pair.Name?.Text ?? '') ?? '',
        dynamicValue(pair.Value!, lowering),
      ]),
    );
  }
  if (is(node, 'PrefixUnaryExpression')) {
    const number = withoutParentheses(node.Expression!);
    const raw = is(number, 'LiteralExpression') ? (number.Token?.Text ?? '') : '';
    const type = is(number, 'LiteralExpression') ? literalTypeOf(number) : 'dynamic';
    if (type === 'long' || type === 'real') {
      return parseLiteral(type, node.Operator?.Text === '-' ? `-${raw}` : raw, lowering.span(node)) as DynamicValue;
    }
  }
  if (is(node, 'LiteralExpression')) return literalValue(node, lowering);
  if (is(node, 'CompoundStringLiteralExpression')) {
    return nodes(node.Tokens)
      .map((token) => parseStringLiteral(token.Text ?? '') ?? '')
      .join('');
  }
  throw unsupported('This form of dynamic literal', lowering.span(node));
}

function literalValue(node: Kusto.Language.Syntax.LiteralExpression, lowering: Lowering): DynamicValue {
  const raw = node.Token?.Text ?? '';
  if (raw === 'null') return null;
  const type = literalTypeOf(node);
  const value = parseLiteral(type, raw, lowering.span(node));
  if (value === null) return null;
  if (type === 'int') return BigInt(value as number);
  if (type === 'datetime' || type === 'timespan' || type === 'guid' || type === 'decimal') {
    return new DynamicScalar(type, value as bigint | string | Decimal);
  }
  return value as DynamicValue;
}
