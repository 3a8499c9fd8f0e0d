import { isFromNothing } from './fuzzy-unions.ts';
import { items, language } from './load.ts';
import { productFunction } from './product-functions/registry.ts';
import { isSearched } from './searched-tables.ts';
import { argumentsOf, elements, is, nodes, parametersOf, type SyntaxNode, textOf } from './syntax.ts';
import { columnSymbols, isTabular, scalarTypeOf } from './types.ts';

type Expression = Kusto.Language.Syntax.Expression;
type FunctionCall = Kusto.Language.Syntax.FunctionCallExpression;
type TableSymbol = Kusto.Language.Symbols.TableSymbol;
type ColumnSymbol = Kusto.Language.Symbols.ColumnSymbol;

/** The parts of the binder that are corrected; its type declarations leave them out. */
interface BinderInternals {
  GetFunctionResultName(call: FunctionCall, defaultName: string | null, row: unknown): string | null;
  GetExpressionResultName(node: Expression, defaultName: string | null, row: unknown): string | null;
  readonly prototype: { GetImpliedTables(): TableList };
  readonly NodeBinder: { readonly prototype: NodeBinder };
  readonly TreeBinder: { readonly prototype: TreeBinder };
}

type TableList = System.Collections.Generic.IEnumerable$1<TableSymbol>;

interface TreeBinder {
  VisitInvokeOperator(node: InvokeOperator): void;
  VisitMakeSeriesFromToStepClause(node: SyntaxNode): void;
  VisitMakeSeriesInRangeClause(node: SyntaxNode): void;
  BindNode(node: InvokeOperator): void;
  readonly _binder: { _rowScope: unknown; _implicitArgumentType: unknown; readonly RowScopeOrEmpty: unknown };
}

interface NodeBinder {
  VisitScanOperator(node: ScanOperator): SemanticInfo;
  VisitUnionOperator(node: UnionOperator): SemanticInfo;
  VisitGraphMatchOperator(node: GraphMatch): SemanticInfo;
  VisitGraphShortestPathsOperator(node: GraphMatch): SemanticInfo;
  VisitMakeSeriesOperator(node: MakeSeriesOperator): SemanticInfo;
  VisitParseOperator(node: SyntaxNode): SemanticInfo;
  VisitParseWhereOperator(node: SyntaxNode): SemanticInfo;
  VisitParseKvOperator(node: SyntaxNode): SemanticInfo;
  readonly _binder: { readonly _rowScope: TableSymbol | null };
}

type MakeSeriesOperator = Kusto.Language.Syntax.MakeSeriesOperator;

type InvokeOperator = Kusto.Language.Syntax.InvokeOperator;

type ScanOperator = Kusto.Language.Syntax.ScanOperator;

type GraphMatch = Kusto.Language.Syntax.GraphMatchOperator | Kusto.Language.Syntax.GraphShortestPathsOperator;

type UnionOperator = Kusto.Language.Syntax.UnionOperator;

interface SemanticInfo {
  ResultType: TableSymbol;
}

/**
 * Corrects where Microsoft's binder names columns otherwise than its engine does, as measured on the engine. Affects the
 * loaded service as a whole; to be called once.
 */
export function correctBinder(): void {
  const binder = (language as unknown as { Binding: { Binder: BinderInternals } }).Binding.Binder;
  nameCovarianceByBothArguments(binder);
  leaveOutUnaskedMatchId(binder);
  leaveOutForgiven(binder);
  keepCommonColumns(binder);
  typeWhatIsAskedOfPaths(binder);
  typeSeries(binder);
  replaceParsedColumns(binder);
  seeColumnsInInvoke(binder);
  seeNoColumnsInRanges(binder);
  searchLoadedTables(binder);
}

/** `covariance(x, y)` makes `covariance_x_y`. */
function nameCovarianceByBothArguments(binder: BinderInternals): void {
  const original = binder.GetFunctionResultName;
  binder.GetFunctionResultName = (call, defaultName, row) => {
    const name = original.call(binder, call, defaultName, row);
    const second = argumentsOf(call.ArgumentList)[1];
    if (name === null || second === undefined || !/^covariancep?(if)?$/.test(call.ReferencedSymbol?.Name ?? ''))
      return name;
    return `${name}_${binder.GetExpressionResultName(second, '', row) ?? ''}`;
  };
}

/** `scan` has a column of match ids only when it is asked for one. */
function leaveOutUnaskedMatchId(binder: BinderInternals): void {
  const { prototype } = binder.NodeBinder;
  const original = prototype.VisitScanOperator;
  prototype.VisitScanOperator = function visit(this: unknown, node: ScanOperator): SemanticInfo {
    const info = original.call(this, node);
    const asked = nodes(node.Parameters).some(({ Name: name }) => name?.SimpleName === 'with_match_id');
    if (asked) return info;
    const columns = items<ColumnSymbol>(info.ResultType.Columns).slice(0, -1);
    info.ResultType = new language.Symbols.TableSymbol.ctor(columns).WithInheritableProperties(info.ResultType)!;
    return info;
  };
}

/** What `isfuzzy` forgives has no columns: the binder takes those for granted that its steps read. */
function leaveOutForgiven({ NodeBinder: { prototype } }: BinderInternals): void {
  const original = prototype.VisitUnionOperator;
  prototype.VisitUnionOperator = function visit(this: NodeBinder, node: UnionOperator): SemanticInfo {
    const forgiven = elements<Expression>(node.Expressions).filter(isFromNothing);
    const value = new language.Symbols.TableSymbol.ctor([]);
    for (const operand of forgiven) Object.defineProperty(operand, 'ResultType', { value, configurable: true });
    try {
      return original.call(this, node);
    } finally {
      for (const operand of forgiven) Reflect.deleteProperty(operand, 'ResultType');
    }
  };
}

/** `union kind=inner` has those columns alone that all of its tables have. */
function keepCommonColumns({ NodeBinder: { prototype } }: BinderInternals): void {
  const original = prototype.VisitUnionOperator;
  prototype.VisitUnionOperator = function visit(this: NodeBinder, node: UnionOperator): SemanticInfo {
    const info = original.call(this, node);
    const parameters = parametersOf(node.Parameters);
    const kind = parameters.get('kind');
    if (kind === undefined || textOf(kind).toLowerCase() !== 'inner') return info;
    const inputs = [this._binder._rowScope, ...elements<Expression>(node.Expressions).map((table) => table.ResultType)]
      .filter(isTabular)
      .map((table) => new Set(columnSymbols(table).map(nameAndType)));
    const ofSource = parameters.has('withsource') || parameters.has('with_source') ? 1 : 0;
    const columns = items<Kusto.Language.Symbols.ColumnSymbol>(info.ResultType.Columns).filter(
      (column, i) => i < ofSource || inputs.every((input) => input.has(nameAndType(column))),
    );
    info.ResultType = new language.Symbols.TableSymbol.ctor(columns).WithInheritableProperties(info.ResultType)!;
    return info;
  };
}

function nameAndType(column: Kusto.Language.Symbols.ColumnSymbol): string {
  return `${column.Type?.Name} ${column.Name}`;
}

/** A column that `parse` reads takes the place of one that the rows have under its name, as with `extend`. */
function replaceParsedColumns({ NodeBinder: { prototype } }: BinderInternals): void {
  for (const visitor of ['VisitParseOperator', 'VisitParseWhereOperator', 'VisitParseKvOperator'] as const) {
    const original = prototype[visitor];
    prototype[visitor] = function visit(this: NodeBinder, node: SyntaxNode): SemanticInfo {
      const info = original.call(this, node);
      const columns = new Map<string | null, ColumnSymbol>();
      for (const column of items<ColumnSymbol>(info.ResultType.Columns)) columns.set(column.Name, column);
      const table = new language.Symbols.TableSymbol.ctor([...columns.values()]);
      info.ResultType = table.WithInheritableProperties(info.ResultType)!;
      return info;
    };
  }
}

/** `all(e, x)`, `any(e, x)` and `array_length(e)` of a path are one value, not one for each of its edges. */
function typeWhatIsAskedOfPaths({ NodeBinder: { prototype } }: BinderInternals): void {
  for (const name of ['VisitGraphMatchOperator', 'VisitGraphShortestPathsOperator'] as const) {
    const original = prototype[name];
    prototype[name] = function visit(this: NodeBinder, node: GraphMatch): SemanticInfo {
      const info = original.call(this, node);
      const values = elements<Expression>(node.ProjectClause?.Expressions ?? null);
      const columns = items<Kusto.Language.Symbols.ColumnSymbol>(info.ResultType.Columns);
      if (values.length === 0 || values.length !== columns.length) return info;
      const typed = columns.map((column, i) => {
        const value = is(values[i], 'SimpleNamedExpression') ? values[i].Expression : values[i];
        const asked =
          is(value, 'FunctionCallExpression') && /^(all|any|array_length)$/.test(value.Name?.SimpleName ?? '');
        return asked
          ? new language.Symbols.ColumnSymbol(column.Name, value.ResultType, null, null, null, null)
          : column;
      });
      info.ResultType = new language.Symbols.TableSymbol.ctor(typed).WithInheritableProperties(info.ResultType)!;
      return info;
    };
  }
}

/** Each aggregate of `make-series` is a series, also one that names its columns itself: `percentile(x, 50)`. */
function typeSeries({ NodeBinder: { prototype } }: BinderInternals): void {
  const original = prototype.VisitMakeSeriesOperator;
  prototype.VisitMakeSeriesOperator = function visit(this: NodeBinder, node: MakeSeriesOperator): SemanticInfo {
    const info = original.call(this, node);
    const { ColumnSymbol, ScalarTypes, TableSymbol } = language.Symbols;
    const keys = elements(node.ByClause?.Expressions ?? null).length;
    const columns = items<ColumnSymbol>(info.ResultType.Columns).map((column, i) =>
      i < keys || scalarTypeOf(column.Type) === 'dynamic'
        ? column
        : new ColumnSymbol(column.Name, ScalarTypes.Dynamic, null, null, null, null),
    );
    info.ResultType = new TableSymbol.ctor(columns).WithInheritableProperties(info.ResultType)!;
    return info;
  };
}

/** `invoke FileProfile(SHA1)` names a column of the rows; the arguments of other functions see none. */
function seeColumnsInInvoke({ TreeBinder: { prototype } }: BinderInternals): void {
  const original = prototype.VisitInvokeOperator;
  prototype.VisitInvokeOperator = function visit(this: TreeBinder, node: InvokeOperator): void {
    const call = node.Function;
    const name = is(call, 'FunctionCallExpression') ? (call.Name?.SimpleName ?? '') : '';
    if (call === null || productFunction(name)?.lower === undefined) {
      original.call(this, node);
      return;
    }
    this._binder._implicitArgumentType = this._binder.RowScopeOrEmpty;
    try {
      call.Accept$1(this as never);
    } finally {
      this._binder._implicitArgumentType = null;
    }
    this.BindNode(node);
  };
}

/** The bounds and the step of `make-series` are constants: of a `let` and a column of one name they are the `let`. */
function seeNoColumnsInRanges({ TreeBinder: { prototype } }: BinderInternals): void {
  for (const visitor of ['VisitMakeSeriesFromToStepClause', 'VisitMakeSeriesInRangeClause'] as const) {
    const original = prototype[visitor];
    prototype[visitor] = function visit(this: TreeBinder, node: SyntaxNode): void {
      const rows = this._binder._rowScope;
      this._binder._rowScope = null;
      try {
        original.call(this, node);
      } finally {
        this._binder._rowScope = rows;
      }
    };
  }
}

/** `search` without tables has the columns of those tables alone that it reads. */
function searchLoadedTables({ prototype }: BinderInternals): void {
  const original = prototype.GetImpliedTables;
  prototype.GetImpliedTables = function tables(this: unknown): TableList {
    // Bridge.NET takes JavaScript arrays wherever C# asks for a collection; its type declarations don't say so.
    return items<TableSymbol>(original.call(this as never)).filter(isSearched) as unknown as TableList;
  };
}
