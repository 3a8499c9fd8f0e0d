import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { language } from '../load.ts';

type FunctionSymbol = Kusto.Language.Symbols.FunctionSymbol;
type Parameter = Kusto.Language.Symbols.Parameter;
type ColumnSymbol = Kusto.Language.Symbols.ColumnSymbol;
type TableSymbol = Kusto.Language.Symbols.TableSymbol;
type ReadOnlyParameters = System.Collections.Generic.IReadOnlyList$1<Parameter>;
type TypeSymbol = Kusto.Language.Symbols.TypeSymbol;

/** A table function without a body, whose columns depend on its arguments. */
export function tableFunction(
  name: string,
  description: string,
  parameters: Parameter[],
  result: (context: Kusto.Language.Symbols.CustomReturnTypeContext) => TypeSymbol,
): FunctionSymbol {
  const { FunctionSymbol, Tabularity } = language.Symbols;
  const symbol = new FunctionSymbol.ctor(name, result, Tabularity.Tabular, parameters);
  return symbol.WithDescription(description) ?? symbol;
}

const readParameters = new Map<string, ReadOnlyParameters>();

/** A table function with a body in KQL. Those with the same parameters share them: reading them takes a while. */
export function queryFunction(
  name: string,
  description: string,
  parameters: readonly string[],
  body: string,
): FunctionSymbol {
  const { FunctionSymbol, Parameter } = language.Symbols;
  const text = `(${parameters.join(', ')})`;
  const read = readParameters.get(text) ?? Parameter.ParseList(text)!;
  readParameters.set(text, read);
  return new FunctionSymbol.$ctor14(name, body, read, description);
}

export function columnSymbol({ name, type, description }: ColumnSchema): ColumnSymbol {
  const { ColumnSymbol, ScalarTypes } = language.Symbols;
  return new ColumnSymbol(name, ScalarTypes.GetSymbol(type)!, description ?? null, null, null, null);
}

/** A table of these columns, sorted and open as `source` is. */
export function tableLike(columns: ColumnSymbol[], source?: TypeSymbol): TableSymbol {
  const table = new language.Symbols.TableSymbol.ctor(columns);
  return (source === undefined ? table : table.WithInheritableProperties(source as TableSymbol)) ?? table;
}
