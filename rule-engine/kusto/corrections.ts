import { optionalParameter, requiredParameter } from './function-parameter.ts';
import { items, language } from './load.ts';
import { columnSymbols, scalarTypeOf } from './types.ts';

type FunctionSymbol = Kusto.Language.Symbols.FunctionSymbol;
type Expression = Kusto.Language.Syntax.Expression;
type Parameter = Kusto.Language.Symbols.Parameter;
type Globals = Kusto.Language.GlobalState;

/**
 * Built-in functions whose declaration in Microsoft's language service differs from what its engine does, as measured on
 * the engine: the service would refuse queries that run, or give another type.
 */
export function withCorrections(globals: Globals): Globals {
  return globals
    .WithAggregates(replaced(globals.Aggregates, [count()]))!
    .WithFunctions(
      withAdded(
        replaced(globals.Functions, [
          arrayLength(),
          arraySort('array_sort_asc', globals),
          arraySort('array_sort_desc', globals),
          ceiling(),
          columnIfExists('column_ifexists', globals),
          columnIfExists('columnifexists', globals),
          datetimeDiff(globals),
          jaccardIndex(),
          makeTimespan(),
          not(),
          seriesFitPolynomial(globals),
          toDynamic(),
        ]),
        fir(globals),
      ),
    )!
    .WithPlugIns(withAdded(replaced(globals.PlugIns, [bagUnpack(globals)]), schemaMerge()))!;
}

type ReadOnlySymbols = System.Collections.Generic.IReadOnlyList$1<FunctionSymbol>;

function replaced(all: ReadOnlySymbols | null, corrections: readonly FunctionSymbol[]): ReadOnlySymbols {
  const byName = new Map(corrections.map((symbol) => [symbol.Name, symbol]));
  // Bridge.NET takes JavaScript arrays wherever C# asks for a collection; its type declarations don't say so.
  return items(all).map((symbol) => byName.get(symbol.Name) ?? symbol) as unknown as ReadOnlySymbols;
}

function withAdded(all: ReadOnlySymbols, symbol: FunctionSymbol): ReadOnlySymbols {
  return [...items(all), symbol] as unknown as ReadOnlySymbols;
}

/** `schema_merge` is not among the service's plugins. */
function schemaMerge(): FunctionSymbol {
  const { ColumnSymbol, FunctionSymbol, ScalarTypes, TableSymbol, Tabularity } = language.Symbols;
  const column = (name: string, type: Kusto.Language.Symbols.ScalarSymbol | null) =>
    new ColumnSymbol(name, type, null, null, null, null);
  const result = new TableSymbol.ctor([
    column('ColumnName', ScalarTypes.String),
    column('ColumnOrdinal', ScalarTypes.Long),
    column('DataType', ScalarTypes.String),
    column('ColumnType', ScalarTypes.String),
  ]);
  return new FunctionSymbol.ctor('schema_merge', () => result, Tabularity.Tabular, [
    optionalParameter('PreserveOrder', 'Scalar'),
  ]);
}

/** `fir` is `series_fir`, as in the documentation of `series_lag_fl`. */
function fir(globals: Globals): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes, Signature } = language.Symbols;
  const parameters = items<Parameter>(items(globals.GetFunction('series_fir')?.Signatures)[0].Parameters);
  const symbol = new FunctionSymbol.$ctor4('fir', [new Signature.$ctor5(ScalarTypes.Dynamic!, parameters)]);
  return symbol.WithResultNameKind(ResultNameKind.None)!;
}

/** `count(x)` counts all rows, whatever `x` is. */
function count(): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes } = language.Symbols;
  const symbol = new FunctionSymbol.$ctor5('count', ScalarTypes.Long!, [optionalParameter('expr', 'Scalar')]);
  return symbol.WithResultNameKind(ResultNameKind.PrefixAndFirstArgument)!.WithResultNamePrefix('count')!;
}

/** `array_length` counts the edges of a path, too. Lowering refuses what is neither that nor dynamic. */
function arrayLength(): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes } = language.Symbols;
  const symbol = new FunctionSymbol.$ctor5('array_length', ScalarTypes.Long!, [requiredParameter('array', 'Any')]);
  return symbol.WithResultNameKind(ResultNameKind.None)!;
}

/** What is sorted is a column each, also where it is dynamic and known to be no array. */
function arraySort(name: string, globals: Globals): FunctionSymbol {
  const { ColumnSymbol, FunctionSymbol, Signature, Tabularity, TupleSymbol } = language.Symbols;
  const original = items(globals.GetFunction(name)?.Signatures)[0];
  const signature = new Signature.ctor(
    (context) => {
      const columns = items<Expression>(context.Arguments)
        .filter(({ ResultType: type }) => scalarTypeOf(type) === 'dynamic')
        .map((array, i) => {
          const sorted = `${context.GetResultName(array, null) || `array${i}`}_sorted`;
          return new ColumnSymbol(sorted, array.ResultType, null, null, array, null);
        });
      return new TupleSymbol.ctor(columns);
    },
    Tabularity.Scalar,
    items<Parameter>(original.Parameters),
  ).WithLayout(original.Layout)!;
  return new FunctionSymbol.$ctor4(name, [signature]);
}

/** `ceiling` of an integer is a real. */
function ceiling(): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes } = language.Symbols;
  const symbol = new FunctionSymbol.$ctor5('ceiling', ScalarTypes.Real!, [requiredParameter('number', 'Number')]);
  return symbol.WithResultNameKind(ResultNameKind.FirstArgument)!;
}

/**
 * `column_ifexists` is the column itself where there is one, whatever the default's type. Which one a parameter names is
 * known once the function is called: until then it may be of any type.
 */
function columnIfExists(name: string, globals: Globals): FunctionSymbol {
  const { FunctionSymbol, ScalarTypes, Signature, Tabularity } = language.Symbols;
  const original = globals.GetFunction(name)!;
  const parameters = items<Parameter>(items(original.Signatures)[0].Parameters);
  const signature = new Signature.ctor(
    ({ Arguments: args, RowScope: rows }) => {
      const [column, otherwise] = items<Expression>(args);
      if (typeof column?.ConstantValue !== 'string') return ScalarTypes.Unknown!;
      const found = columnSymbols(rows).find((one) => one.Name === column?.ConstantValue);
      return (found?.Type ?? otherwise?.ResultType)!;
    },
    Tabularity.Scalar,
    parameters,
  );
  const symbol = new FunctionSymbol.$ctor4(name, [signature]).WithResultNameKind(original.ResultNameKind)!;
  return original.IsObsolete ? symbol.Obsolete('column_ifexists')! : symbol;
}

/** `datetime_diff` of weeks is a real, of other parts a long. */
function datetimeDiff(globals: Globals): FunctionSymbol {
  const { FunctionSymbol, ScalarTypes, Signature, Tabularity } = language.Symbols;
  const parameters = items<Parameter>(items(globals.GetFunction('datetime_diff')?.Signatures)[0].Parameters);
  const signature = new Signature.ctor(
    ({ Arguments: args }) =>
      /^week$/i.test(String(items(args)[0]?.ConstantValue)) ? ScalarTypes.Real! : ScalarTypes.Long!,
    Tabularity.Scalar,
    parameters,
  );
  return new FunctionSymbol.$ctor4('datetime_diff', [signature]);
}

/** `jaccard_index` is a real. */
function jaccardIndex(): FunctionSymbol {
  const { FunctionSymbol, ScalarTypes } = language.Symbols;
  return new FunctionSymbol.$ctor5('jaccard_index', ScalarTypes.Real!, [
    requiredParameter('set1', 'Scalar'),
    requiredParameter('set2', 'Scalar'),
  ]);
}

/** The seconds of `make_timespan` may have a fraction. */
function makeTimespan(): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes, Signature } = language.Symbols;
  const clock = [requiredParameter('hours', 'Integer'), requiredParameter('minutes', 'Integer')];
  const symbol = new FunctionSymbol.$ctor4('make_timespan', [
    new Signature.$ctor5(ScalarTypes.TimeSpan!, [
      requiredParameter('days', 'Integer'),
      ...clock,
      requiredParameter('seconds', 'Number'),
    ]),
    new Signature.$ctor5(ScalarTypes.TimeSpan!, [...clock, optionalParameter('seconds', 'Number')]),
    new Signature.$ctor5(ScalarTypes.TimeSpan!, [requiredParameter('value', 'Scalar')]),
  ]);
  return symbol.WithResultNameKind(ResultNameKind.OnlyArgument)!;
}

/** `todynamic` takes what is dynamic already, as `parse_json` does. */
function toDynamic(): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes } = language.Symbols;
  const symbol = new FunctionSymbol.$ctor5('todynamic', ScalarTypes.Dynamic!, [
    requiredParameter('expression', 'Scalar'),
  ]);
  return symbol.WithResultNameKind(ResultNameKind.FirstArgument)!;
}

/** Within `search`, `not("term")` is a condition. Elsewhere lowering refuses what is no bool. */
function not(): FunctionSymbol {
  const { FunctionSymbol, ResultNameKind, ScalarTypes } = language.Symbols;
  const symbol = new FunctionSymbol.$ctor5('not', ScalarTypes.Bool!, [requiredParameter('expression', 'Scalar')]);
  return symbol.WithResultNameKind(ResultNameKind.None)!;
}

/** The degree of `series_fit_poly` may be a long. */
function seriesFitPolynomial(globals: Globals): FunctionSymbol {
  const { FunctionSymbol, Signature, Tabularity } = language.Symbols;
  const original = items(globals.GetFunction('series_fit_poly')?.Signatures)[0];
  const [y, x] = items<Parameter>(original.Parameters);
  const signature = new Signature.ctor(original.CustomReturnType!, Tabularity.Scalar, [
    y,
    x,
    optionalParameter('degree', 'Integer'),
  ]);
  return new FunctionSymbol.$ctor4('series_fit_poly', [signature]);
}

/** `bag_unpack` takes more options than its declaration has, and by name. */
function bagUnpack(globals: Globals): FunctionSymbol {
  const { FunctionSymbol, ScalarTypes, Parameter, ArgumentKind, ParameterTypeKind, Tabularity } = language.Symbols;
  const original = items(globals.GetPlugIn('bag_unpack')?.Signatures)[0];
  const column = new Parameter.ctor(
    'column',
    ParameterTypeKind.Scalar,
    ArgumentKind.Column,
    null,
    null,
    false,
    null,
    1,
    1,
    null,
    null,
  );
  const option = (name: string, type: Kusto.Language.Symbols.TypeSymbol | null) =>
    new Parameter.$ctor3(name, type, ArgumentKind.Constant, null, null, false, null, 0, 1, null, null);
  return new FunctionSymbol.ctor('bag_unpack', original.CustomReturnType!, Tabularity.Tabular, [
    column,
    option('OutputColumnPrefix', ScalarTypes.String),
    option('columnsConflict', ScalarTypes.String),
    option('ignoredProperties', ScalarTypes.Dynamic),
  ]);
}
