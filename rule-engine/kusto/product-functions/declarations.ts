import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { language } from '../load.ts';

type FunctionSymbol = Kusto.Language.Symbols.FunctionSymbol;
type Parameter = Kusto.Language.Symbols.Parameter;
type ColumnSymbol = Kusto.Language.Symbols.ColumnSymbol;
type TableSymbol = Kusto.Language.Symbols.TableSymbol;
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

/** @param least 0 when it can be left out */
export function parameter(name: string, kind: 'Tabular' | 'Scalar' | 'StringOrDynamic', least: 0 | 1): Parameter {
  const { Parameter, ParameterTypeKind, ArgumentKind } = language.Symbols;
  return new Parameter.ctor(
    name,
    ParameterTypeKind[kind],
    ArgumentKind.Expression,
    null,
    null,
    false,
    null,
    least,
    1,
    null,
    null,
  );
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
