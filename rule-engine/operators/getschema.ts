import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { relationFromRows } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';

/** The .NET type that Kusto shows for each of its own. */
const DATA_TYPES: Readonly<Record<ScalarType, string>> = {
  bool: 'System.SByte',
  int: 'System.Int32',
  long: 'System.Int64',
  real: 'System.Double',
  decimal: 'System.Data.SqlTypes.SqlDecimal',
  string: 'System.String',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  guid: 'System.Guid',
  dynamic: 'System.Object',
};

/** `getschema`: a row for each column of the input. */
export const getschema: TabularOperator<'getschema'> = {
  kind: 'getschema',
  async execute(node, context) {
    const { schema } = await context.run(node.input);
    const ordinals = node.columns.find((column) => column.name === 'ColumnOrdinal')?.type;
    const rows = schema.map(({ name, type }, i): Scalar[] => [
      name,
      ordinals === 'long' ? BigInt(i) : i,
      DATA_TYPES[type],
      type,
    ]);
    return relationFromRows(node.columns, rows, context);
  },
};
