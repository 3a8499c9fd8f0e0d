import { isBag, isDynamicArray } from '../functions/value-text.ts';
import { DynamicScalar, type DynamicValue } from '../schema/value.ts';
import type { AggregateFunction } from './aggregate.ts';

/** All shapes that a place of the values had. */
interface Shape {
  readonly types: Set<string>;
  properties: Map<string, Shape> | undefined;
  elements: Shape | undefined;
}

/** `buildschema`: the smallest schema that admits all values; nulls add nothing to it. */
const buildSchema: AggregateFunction = {
  name: 'buildschema',
  bind: () => () => {
    const root = emptyShape();
    return {
      add: ([value]) => observe(root, value as DynamicValue),
      result: () => [schemaOf(root)],
    };
  },
};

export const buildSchemaFamily: readonly AggregateFunction[] = [buildSchema];

function emptyShape(): Shape {
  return { types: new Set(), properties: undefined, elements: undefined };
}

function observe(shape: Shape, value: DynamicValue): void {
  if (value === null) return;
  if (isBag(value)) {
    shape.types.add('properties');
    shape.properties ??= new Map();
    for (const [name, item] of value) {
      const inner = shape.properties.get(name) ?? emptyShape();
      shape.properties.set(name, inner);
      observe(inner, item);
    }
  } else if (isDynamicArray(value)) {
    shape.types.add('elements');
    shape.elements ??= emptyShape();
    for (const item of value) observe(shape.elements, item);
  } else shape.types.add(typeName(value));
}

function typeName(value: DynamicValue): string {
  if (value instanceof DynamicScalar) return value.type;
  switch (typeof value) {
    case 'bigint':
      return 'long';
    case 'number':
      return 'double';
    case 'boolean':
      return 'bool';
    default:
      return 'string';
  }
}

/** One shape as itself, several as an array; an array is a bag with the property `` `indexer` ``. */
function schemaOf(shape: Shape): DynamicValue {
  const shapes: DynamicValue[] = [];
  for (const type of shape.types) {
    if (type === 'properties') {
      shapes.push(new Map([...(shape.properties ?? [])].map(([name, inner]) => [name, schemaOf(inner)])));
    } else if (type === 'elements') {
      shapes.push(new Map([['`indexer`', schemaOf(shape.elements ?? emptyShape())]]));
    } else shapes.push(type);
  }
  if (shapes.length === 1) return shapes[0];
  return shapes.length === 0 ? null : shapes;
}
