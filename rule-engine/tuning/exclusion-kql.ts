import { invalid } from '../diagnostics/diagnostic.ts';
import type { CallExpr, Expr } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { kqlString } from './kql-string.ts';

const NOWHERE = { start: 0, length: 0 };
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
  const call: CallExpr = {
    kind: 'call',
    name: operator,
    type: 'bool',
    span: NOWHERE,
    args: [
      { kind: 'column', name: column, type: 'string', span: NOWHERE },
      { kind: 'literal', value, type: 'string', span: NOWHERE },
    ],
  };
  return call;
}
