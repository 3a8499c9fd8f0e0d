import { language } from './load.ts';

type Parameter = Kusto.Language.Symbols.Parameter;
type ParameterKind = 'Any' | 'Scalar' | 'Number' | 'Integer' | 'StringOrDynamic' | 'Tabular';

/** A parameter of a function that a call must give. */
export function requiredParameter(name: string, kind: ParameterKind): Parameter {
  return parameter(name, kind, 1);
}

/** A parameter of a function that a call may leave out. */
export function optionalParameter(name: string, kind: ParameterKind): Parameter {
  return parameter(name, kind, 0);
}

function parameter(name: string, kind: ParameterKind, least: 0 | 1): Parameter {
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
