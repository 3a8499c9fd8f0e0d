import type { Decimal } from './decimal.ts';
import type { ScalarType } from './scalar-type.ts';
import { DynamicScalar, type DynamicValue, type Scalar } from './value.ts';

/** A scalar of the given Kusto type as a dynamic value: an int becomes a long, a datetime keeps its type. */
export function toDynamic(value: Scalar, type: ScalarType): DynamicValue {
  if (value === null) return null;
  switch (type) {
    case 'int':
      return BigInt(value as number);
    case 'datetime':
    case 'timespan':
      return new DynamicScalar(type, value as bigint);
    case 'guid':
      return new DynamicScalar('guid', value as string);
    case 'decimal':
      return new DynamicScalar('decimal', value as Decimal);
    default:
      return value as DynamicValue;
  }
}
