import { unsupported } from '../../diagnostics/diagnostic.ts';
import { className, type Expression, elements, is, type Statement } from '../syntax.ts';
import type { Lowering } from './lowering.ts';

/** Takes the statements before a query's or a function's last expression into the names in sight. */
export function declare(statements: readonly Statement[], lowering: Lowering): Lowering {
  return statements.reduce(declareOne, lowering);
}

function declareOne(lowering: Lowering, statement: Statement): Lowering {
  if (is(statement, 'LetStatement')) {
    return lowering.withScope(
      lowering.scope.with(statement.Name?.SimpleName ?? '', bind(statement.Expression!, lowering)),
    );
  }
  if (is(statement, 'PatternStatement') && is(statement.Pattern, 'PatternDeclaration')) {
    const binding = { kind: 'pattern', node: statement.Pattern, lowering } as const;
    return lowering.withScope(lowering.scope.with(statement.Name?.SimpleName ?? '', binding));
  }
  if (is(statement, 'QueryParametersStatement')) return declareParameters(statement, lowering);
  if (is(statement, 'SetOptionStatement')) return setOption(statement, lowering);
  throw unsupported(
    `A ${className(statement)
      .replace(/Statement$/, '')
      .toLowerCase()} statement`,
    lowering.span(statement),
  );
}

/** Of the request properties the clock and those of `bin_auto` steer the answer; what limits its rows is refused. */
function setOption(statement: Kusto.Language.Syntax.SetOptionStatement, lowering: Lowering): Lowering {
  const [name, value] = [statement.Name?.SimpleName ?? '', statement.ValueClause?.Expression];
  if (/^query_(take_max_records|datetimescope_\w+)$/.test(name))
    throw unsupported(`set ${name}`, lowering.span(statement));
  if (value && /^query_(now|bin_auto_(size|at))$/.test(name)) lowering.query.options.set(name, lowering.expr(value));
  return lowering;
}

function bind(node: Expression, lowering: Lowering) {
  return is(node, 'FunctionDeclaration')
    ? ({ kind: 'function', node, lowering } as const)
    : ({ kind: 'expression', node, lowering } as const);
}

function declareParameters(statement: Kusto.Language.Syntax.QueryParametersStatement, lowering: Lowering): Lowering {
  let scope = lowering.scope;
  for (const parameter of elements<Kusto.Language.Syntax.FunctionParameter>(statement.Parameters)) {
    const node = parameter.DefaultValue?.Value;
    if (node === null || node === undefined) {
      throw unsupported('A query parameter without a default value', lowering.span(parameter));
    }
    scope = scope.with(parameter.NameAndType?.Name?.SimpleName ?? '', { kind: 'expression', node, lowering });
  }
  return lowering.withScope(scope);
}
