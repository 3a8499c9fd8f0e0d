import { isScalarType, type ScalarType } from '../schema/scalar-type.ts';

/** .NET names of Kusto's types, as the advanced hunting API and Kusto's version 1 state them, in lower case. */
const DOTNET_TYPES: { readonly [name: string]: ScalarType } = {
  boolean: 'bool',
  sbyte: 'bool',
  int16: 'int',
  int32: 'int',
  int64: 'long',
  single: 'real',
  double: 'real',
  sqldecimal: 'decimal',
  date: 'datetime',
  time: 'timespan',
  uuid: 'guid',
  uniqueid: 'guid',
  object: 'dynamic',
};

/** The Kusto type that a source's type name means; undefined when it states none that is known. */
export function kustoType(stated: string | undefined): ScalarType | undefined {
  if (stated === undefined) return undefined;
  const name = stated.toLowerCase().replace(/^system\.(data\.sqltypes\.)?/, '');
  return isScalarType(name) ? name : DOTNET_TYPES[name];
}
