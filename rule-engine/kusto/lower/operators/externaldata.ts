import { unsupported } from '../../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../../plan/make-expr.ts';
import { project, unionOfSame } from '../../../plan/make-plan.ts';
import type { Expr, Plan } from '../../../plan/plan.ts';
import { builtInTable } from '../../../schema/catalogue.ts';
import type { ColumnSchema, ScalarType, TableSchema } from '../../../schema/scalar-type.ts';
import { type Expression, elements, is, type NamedParameter } from '../../syntax.ts';
import { coerce } from '../coerce.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

type Span = Plan['span'];

/** Formats whose cells go to columns by their position, and whose first line the reader of files takes for names. */
const DELIMITED = /^(csv|tsv|psv|scsv|sohsv)$/;
const BY_NAME = /^(json|multijson|singlejson)$/;

/**
 * `externaldata (…) [url]`: the engine reads no network. A loaded file that is named as the URL's last part stands for
 * what the URL would give.
 */
export function lowerExternalData(node: Kusto.Language.Syntax.ExternalDataExpression, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const columns = resultColumns(node, lowering);
  const settings = settingsOf(node, lowering);
  const plans = elements<Expression>(node.URIs).map((uri) => {
    const value = lowering.expr(uri);
    const url = value.kind === 'literal' ? String(value.value) : '';
    const file = fileNameOf(url);
    const table = loadedFile(file, lowering);
    if (table === undefined) {
      const offer = file === '' ? 'drop the file it names' : `drop the file ${file} to read it instead`;
      throw unsupported(
        `externaldata reads the network, which a page that sends nothing cannot: ${offer}; it`,
        value.span,
      );
    }
    const format = settings.format ?? /\.(\w+)$/.exec(file.replace(/\.(gz|zip)$/i, ''))?.[1]?.toLowerCase() ?? 'csv';
    if (DELIMITED.test(format)) return byPosition(table, columns, settings.ignoreFirstRecord, span);
    if (BY_NAME.test(format)) return byName(table, columns, span);
    throw unsupported(`externaldata of the format ${format}`, span);
  });
  return plans.length === 1 ? plans[0] : unionOfSame(plans, span);
}

function settingsOf(node: Kusto.Language.Syntax.ExternalDataExpression, lowering: Lowering) {
  let format: string | undefined;
  let ignoreFirstRecord = false;
  for (const property of elements<NamedParameter>(node.WithClause?.Properties ?? null)) {
    const setting = settingOf(property.Expression, lowering);
    const name = property.Name?.SimpleName?.toLowerCase();
    if (name === 'format') format = String(setting).toLowerCase();
    else if (name === 'ignorefirstrecord') ignoreFirstRecord = setting === true || /^true$/i.test(String(setting));
  }
  return { format, ignoreFirstRecord };
}

/** The value of a setting: a literal, or a bare word (`format=csv`), which is its own text. */
function settingOf(node: Expression | null, lowering: Lowering): unknown {
  if (node === null) return undefined;
  if (is(node, 'NameDeclaration')) return node.SimpleName;
  const value = lowering.expr(node);
  return value.kind === 'literal' ? value.value : undefined;
}

function fileNameOf(url: string): string {
  const last = url.replace(/[?#;].*$/s, '').replace(/^.*\//s, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The table of a loaded file: it is named as the file is, but for what a name can't hold. */
function loadedFile(file: string, lowering: Lowering): TableSchema | undefined {
  const folded = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const stem = folded(file.replace(/\.(gz|zip)$/i, '').replace(/\.[A-Za-z0-9]{1,8}$/, ''));
  if (stem === '') return undefined;
  return lowering.query.tables().find(({ name }) => builtInTable(name) === undefined && folded(name) === stem);
}

function byName(table: TableSchema, columns: readonly ColumnSchema[], span: Span): Plan {
  return read(table, columns, (column) => table.columns.find(({ name }) => name === column.name), span);
}

function byPosition(table: TableSchema, columns: readonly ColumnSchema[], skipNames: boolean, span: Span): Plan {
  const rows = read(table, columns, (_, index) => table.columns[index], span);
  if (skipNames) return rows;
  const items = columns.map(({ name, type }, index) => ({
    name,
    expr: coerce(literalExpr(table.columns[index]?.name ?? '', 'string', span), type),
  }));
  return unionOfSame([{ kind: 'print', items, columns, span }, rows], span);
}

function read(
  table: TableSchema,
  columns: readonly ColumnSchema[],
  source: (column: ColumnSchema, index: number) => ColumnSchema | undefined,
  span: Span,
): Plan {
  const loaded: Plan = { kind: 'table', name: table.name, columns: table.columns, span };
  const items = columns.map((column, index) => ({
    name: column.name,
    expr: cellOf(source(column, index), column.type, span),
  }));
  return project(loaded, items, span);
}

function cellOf(column: ColumnSchema | undefined, type: ScalarType, span: Span): Expr {
  if (column === undefined) return literalExpr(type === 'string' ? '' : null, type, span);
  const value = columnExpr(column, span);
  if (column.type === type || column.type === 'string' || type === 'dynamic') return coerce(value, type);
  if (type !== 'string') return coerce(value, type);
  // What was read as a number or a time is no longer the text that it was.
  if (column.type === 'real' || column.type === 'datetime') {
    throw unsupported(
      `Reading the column ${column.name}, loaded as ${column.type}, as the text that it was in the file`,
      span,
    );
  }
  const text = coerce(value, 'string');
  return column.type === 'bool' ? callExpr('tolower', [text], 'string', span) : text;
}
