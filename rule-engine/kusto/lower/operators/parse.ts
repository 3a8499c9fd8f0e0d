import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { ParsePart, ParsePlan, Plan } from '../../../plan/plan.ts';
import { isScalarType } from '../../../schema/scalar-type.ts';
import { parseStringLiteral } from '../../literals/string-literal.ts';
import { is, nodes, parametersOf, type SyntaxNode, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { columnsKept } from '../named-expressions.ts';

/** `parse` and `parse-where`. */
export function lowerParse(
  node: Kusto.Language.Syntax.ParseOperator | Kusto.Language.Syntax.ParseWhereOperator,
  input: Plan,
  lowering: Lowering,
): ParsePlan {
  const parameters = parametersOf(node.Parameters);
  const kind = parameters.get('kind');
  const flags = parameters.get('flags');
  const mode = kind === undefined ? 'simple' : textOf(kind);
  if (mode !== 'simple' && mode !== 'regex' && mode !== 'relaxed')
    throw unsupported(`parse kind=${mode}`, lowering.span(node));
  return {
    kind: 'parse',
    operator: is(node, 'ParseWhereOperator') ? 'parse-where' : 'parse',
    input,
    expr: lowering.over(input).expr(node.Expression!),
    mode,
    flags: flags === undefined ? '' : textOf(flags),
    pattern: nodes<SyntaxNode>(node.Patterns).map((part) => patternPart(part, lowering)),
    columns: columnsKept(node, input, lowering),
    span: lowering.span(node),
  };
}

function patternPart(node: SyntaxNode, lowering: Lowering): ParsePart {
  if (is(node, 'StarExpression')) return { kind: 'star' };
  if (is(node, 'NameDeclaration')) return { kind: 'column', name: node.SimpleName ?? '', type: 'string' };
  if (is(node, 'NameAndTypeDeclaration')) {
    const type = typeNameOf(node.Type!);
    if (type === undefined) throw unsupported('This type in parse', lowering.span(node));
    return { kind: 'column', name: node.Name?.SimpleName ?? '', type };
  }
  if (is(node, 'CompoundStringLiteralExpression')) {
    return {
      kind: 'text',
      text: nodes(node.Tokens)
        .map((token) => parseStringLiteral(token.Text ?? '') ?? '')
        .join(''),
    };
  }
  const text = parseStringLiteral(textOf(node));
  if (text === undefined) throw unsupported('This part of a parse pattern', lowering.span(node));
  return { kind: 'text', text };
}

const TYPE_ALIASES: Readonly<Record<string, string>> = {
  boolean: 'bool',
  int32: 'int',
  int64: 'long',
  double: 'real',
  date: 'datetime',
  time: 'timespan',
  uuid: 'guid',
  uniqueid: 'guid',
};

/** The scalar type that a declaration (`x:long`, `x:double`) names. */
export function typeNameOf(node: Kusto.Language.Syntax.TypeExpression) {
  const written = textOf(node);
  const name = TYPE_ALIASES[written] ?? written;
  return isScalarType(name) ? name : undefined;
}
