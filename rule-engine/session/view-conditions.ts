import { NOWHERE } from '../base/span.ts';
import { callExpr, columnExpr, literalExpr } from '../plan/make-expr.ts';
import type { CallExpr, ColumnExpr, Expr, ListExpr, LiteralExpr } from '../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../schema/scalar-type.ts';
import type { ColumnFilter, View } from './protocol/view.ts';

/** What a search text must be made of to stand in a value of a type at all: spares the search of most columns. */
const CHARACTERS: Partial<Record<ScalarType, RegExp>> = {
  bool: /^(?:t|tr|tru|true|r|ru|rue|u|ue|e|f|fa|fal|fals|false|a|al|als|alse|l|ls|lse|s|se)$/i,
  int: /^[-\d]*$/,
  long: /^[-\d]*$/,
  real: /^[-+\d.einfaty]*$/i,
  decimal: /^[-\d.e]*$/i,
  datetime: /^[-\d:.TZ]*$/i,
  timespan: /^[-\d:.]*$/,
  guid: /^[-\da-f]*$/i,
};

/** A view's filters and its search as one condition over its columns; undefined when it has none. */
export function viewCondition({ filters, search }: View, schema: readonly ColumnSchema[]): Expr | undefined {
  const conditions = filters.map((filter) => filterCondition(filter, schema));
  if (search !== '') {
    const searched = schema.filter(({ type }) => CHARACTERS[type]?.test(search) !== false);
    conditions.push(any(searched.map((column) => contains(text(column), search))));
  }
  return conditions.length === 0 ? undefined : all(conditions);
}

function filterCondition(filter: ColumnFilter, schema: readonly ColumnSchema[]): Expr {
  const column = schema.find(({ name }) => name === filter.column);
  if (column === undefined) return literal(true, 'bool');
  switch (filter.kind) {
    case 'text':
      return contains(text(column), filter.contains);
    case 'values': {
      const list: ListExpr = {
        kind: 'list',
        type: 'bool',
        operator: filter.not === true ? '!in' : 'in',
        left: text(column),
        list: filter.values.map((value) => literal(value, 'string')),
        span: NOWHERE,
      };
      return list;
    }
    case 'range':
      return all([
        ...(filter.from === undefined ? [] : [call('>=', [read(column), bound(filter.from, column.type)])]),
        ...(filter.to === undefined ? [] : [call('<=', [read(column), bound(filter.to, column.type)])]),
      ]);
  }
}

const CONVERSIONS: Partial<Record<ScalarType, string>> = {
  int: 'toint',
  long: 'tolong',
  real: 'toreal',
  decimal: 'todecimal',
  datetime: 'todatetime',
  timespan: 'totimespan',
};

/** An end of a range, read as the column's type. */
function bound(value: string, type: ScalarType): Expr {
  const conversion = CONVERSIONS[type];
  const given = literal(value, 'string');
  return conversion === undefined ? given : { ...call(conversion, [given]), type };
}

function contains(subject: Expr, needle: string): Expr {
  return call('contains', [subject, literal(needle, 'string')]);
}

function text(column: ColumnSchema): Expr {
  const value = read(column);
  return column.type === 'string' ? value : { ...call('tostring', [value]), type: 'string' };
}

function read(column: ColumnSchema): ColumnExpr {
  return columnExpr(column, NOWHERE);
}

function literal(value: string | boolean, type: 'string' | 'bool'): LiteralExpr {
  return literalExpr(value, type, NOWHERE);
}

function call(name: string, args: readonly Expr[]): CallExpr {
  return callExpr(name, args, 'bool', NOWHERE);
}

function all(conditions: readonly Expr[]): Expr {
  return conditions.length === 0 ? literal(true, 'bool') : call('and', conditions);
}

function any(conditions: readonly Expr[]): Expr {
  return conditions.length === 0 ? literal(false, 'bool') : call('or', conditions);
}
