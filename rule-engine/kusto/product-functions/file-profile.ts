import type { Span } from '../../base/span.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../plan/make-expr.ts';
import { project, unionOfSame, where } from '../../plan/make-plan.ts';
import type { Expr, Plan } from '../../plan/plan.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { fileProfile as profiles } from '../../schema/tables/file-profile.ts';
import { optionalParameter, requiredParameter } from '../function-parameter.ts';
import { items } from '../load.ts';
import type { Lowering } from '../lower/lowering.ts';
import { argumentsOf, type Expression, type FunctionCall } from '../syntax.ts';
import { columnSymbols, isTabular } from '../types.ts';
import { columnSymbol, tableFunction, tableLike } from './declarations.ts';
import { enriched, groupedBy } from './enrichment.ts';
import type { ProductFunction } from './product-function.ts';

const HASHES = ['SHA1', 'SHA256', 'MD5'];
/** Columns that say what the file is: where the input has them, its own stay. */
const IDENTIFYING: ReadonlySet<string> = new Set([...HASHES, 'FileSize']);
const KEY: ColumnSchema = { name: '$file', type: 'string' };
const AVAILABILITY = 'ProfileAvailability';

/**
 * `T | invoke FileProfile(x, y)`: the rows of `T` with what the table `FileProfile` knows of the file whose hash the
 * column `x` holds (`SHA1` when not given, by name or as a text). The limit `y` of files is not applied: a table at hand
 * answers for all. A column that `T` has too gets a number after its name, as in a join.
 *
 * @see https://learn.microsoft.com/defender-xdr/advanced-hunting-fileprofile-function
 */
export const fileProfile: ProductFunction = {
  name: 'FileProfile',
  symbol: () =>
    tableFunction(
      'FileProfile',
      'Adds to files how widespread they are and who signed them.',
      [requiredParameter('T', 'Tabular'), optionalParameter('x', 'Scalar'), optionalParameter('y', 'Scalar')],
      (context) => {
        const input = items(context.ArgumentTypes)[0];
        const own = columnSymbols(input);
        const names = new Set(own.map(({ Name: name }) => name));
        const added = addedColumns(names).map(({ name, column }) => columnSymbol({ ...column, name }));
        return tableLike([...own, ...added], input);
      },
    ),
  lower: (call, piped, lowering) => {
    const args = argumentsOf(call.ArgumentList);
    const table = piped ?? lowering.plan(args[0]);
    const [file] = piped === undefined ? args.slice(1) : args;
    return withProfiles(table, fileColumn(file, table, call, lowering), lowering.span(call));
  },
};

/** The column that holds the hash. */
function fileColumn(node: Expression | undefined, table: Plan, call: FunctionCall, lowering: Lowering): Expr {
  const given = node === undefined || isTabular(node.ResultType) ? undefined : lowering.over(table).expr(node);
  const span = given?.span ?? lowering.span(call);
  if (given !== undefined && given.kind !== 'literal') return given;
  const name = given === undefined ? 'SHA1' : String(given.value);
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw invalid('unknown-column', `FileProfile(): the table has no column ${name}`, span);
  return columnExpr(column, span);
}

interface AddedColumn {
  /** What the result calls it. */
  readonly name: string;
  readonly column: ColumnSchema;
}

/** The columns that profiles add to rows which have the columns `taken`. */
function addedColumns(taken: ReadonlySet<string | null>): readonly AddedColumn[] {
  const used = new Set(taken);
  return profiles.columns
    .filter(({ name }) => !(IDENTIFYING.has(name) && taken.has(name)))
    .map((column) => {
      let name = column.name;
      for (let n = 1; used.has(name); n++) name = `${column.name}${n}`;
      used.add(name);
      return { name, column };
    });
}

function withProfiles(table: Plan, file: Expr, span: Span): Plan {
  const added = addedColumns(new Set(table.columns.map(({ name }) => name)));
  const key = callExpr('tolower', [file], 'string', span);
  const joined = enriched(table, key, profilesByFile(added, span), KEY, span);
  const name = added.find(({ column }) => column.name === AVAILABILITY)?.name ?? AVAILABILITY;
  const found = columnExpr({ name, type: 'string' }, span);
  const isGiven = callExpr('isnotempty', [file], 'bool', span);
  const missing = callExpr(
    'iff',
    [isGiven, literalExpr('Missing', 'string', span), literalExpr('', 'string', span)],
    'string',
    span,
  );
  const value = callExpr('coalesce', [found, missing], 'string', span);
  return { kind: 'extend', input: joined, items: [{ name, expr: value }], columns: joined.columns, span };
}

/** The profiles once for each hash that names them, with the columns that they add. */
function profilesByFile(added: readonly AddedColumn[], span: Span): Plan {
  const table: Plan = { kind: 'table', name: profiles.name, columns: profiles.columns, span };
  const parts = HASHES.map((hash) => {
    const read = columnExpr({ name: hash, type: 'string' }, span);
    const known = where(table, callExpr('isnotempty', [read], 'bool', span));
    const values = added.map(({ name, column }) => ({ name, expr: profileValue(column, span) }));
    return project(known, [{ name: KEY.name, expr: callExpr('tolower', [read], 'string', span) }, ...values], span);
  });
  return groupedBy(unionOfSame(parts, span), KEY.name, 'take_any', (type) => type, span);
}

function profileValue(column: ColumnSchema, span: Span): Expr {
  const value = columnExpr(column, span);
  if (column.name !== AVAILABILITY) return value;
  return callExpr('coalesce', [value, literalExpr('Available', 'string', span)], 'string', span);
}
