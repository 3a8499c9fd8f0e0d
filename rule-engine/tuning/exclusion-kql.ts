import { NOWHERE } from '../base/span.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../plan/make-expr.ts';
import type { Expr } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { kqlString } from './kql-string.ts';

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A step that takes away the rows that all conditions hold for: `| where not(FileName == "nginx" and …)`. */
export function exclusionKql(conditions: readonly ExclusionCondition[]): string {
  return `| where not(${conditions.map(conditionKql).join('\n    and ')})`;
}

/** `FileName =~ "nginx.exe"` */
function conditionKql({ column, operator, value }: ExclusionCondition): string {
  const name = PLAIN_NAME.test(column) ? column : `[${kqlString(column)}]`;
  return `${name} ${operator} ${kqlString(value)}`;
}

/** One condition as an expression over a schema. @throws QueryError for a column that is not there or is no text */
export function conditionExpr({ column, operator, value }: ExclusionCondition, schema: readonly ColumnSchema[]): Expr {
  const known = schema.find(({ name }) => name === column);
  if (known?.type !== 'string') {
    throw invalid('unknown-column', `There is no text column named '${column}' where exclusions stand`, NOWHERE);
  }
  return callExpr(
    operator,
    [columnExpr({ name: column, type: 'string' }, NOWHERE), literalExpr(value, 'string', NOWHERE)],
    'bool',
    NOWHERE,
  );
}
