import type { ScalarType } from '../schema/scalar-type.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument, textArgument } from './arguments.ts';
import { convert, dynamicOf, dynamicScalarType } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { parseJsonPath, valueAtPath } from './json-path.ts';
import { parseJson } from './json-text.ts';
import { dynamicJson, isBag, isDynamicArray, valueText } from './value-text.ts';

/** `x[i]`, `x.name`, and the way between JSON text and dynamic values. */
export const dynamicAccess: readonly ScalarFunction[] = [
  { name: '[]', nulls: 'propagate', bind: bindElement },
  { name: 'parse_json', aliases: ['todynamic', 'parsejson', 'toobject'], nulls: 'propagate', bind: bindParseJson },
  {
    name: 'dynamic_to_json',
    nulls: 'kernel',
    bind(call) {
      const value = dynamicArgument(call, 0);
      return (args) => {
        const dynamic = value(args);
        return dynamic === null ? '' : dynamicJson(sortedKeys(dynamic));
      };
    },
  },
  { name: 'extract_json', aliases: ['extractjson'], nulls: 'kernel', bind: bindExtractJson },
  {
    name: 'gettype',
    nulls: 'kernel',
    bind(call) {
      const type = call.argumentTypes[0];
      return ([value]) => (type === 'dynamic' ? dynamicTypeName(value as DynamicValue) : type);
    },
  },
  {
    name: 'array_length',
    aliases: ['arraylength'],
    nulls: 'propagate',
    bind(call) {
      const value = dynamicArgument(call, 0);
      return (args) => {
        const array = value(args);
        return isDynamicArray(array) ? BigInt(array.length) : null;
      };
    },
  },
];

/** An element of an array (negative indexes count from the end) or a property of a bag; null where there is none. */
function elementOf(container: DynamicValue, index: Scalar, indexType: ScalarType): DynamicValue {
  if (isBag(container)) return container.get(valueText(index, indexType)) ?? null;
  if (!isDynamicArray(container)) return null;
  const type = indexType === 'dynamic' ? dynamicScalarType(index as DynamicValue) : indexType;
  if (type === 'string') return null;
  const position = convert(index, indexType, 'long') as bigint | null;
  return position === null ? null : (container.at(Number(position)) ?? null);
}

function bindElement(call: CallSite): Kernel {
  const indexType = call.argumentTypes[1];
  const container = dynamicArgument(call, 0);
  const element: Kernel = (args) => elementOf(container(args), args[1], indexType);
  return call.resultType === 'dynamic' ? element : (args) => convert(element(args), 'dynamic', call.resultType);
}

function bindParseJson(call: CallSite): Kernel {
  const type = call.argumentTypes[0];
  if (type !== 'string') return ([value]) => dynamicOf(value, type);
  return ([value]) => {
    const text = value as string;
    const parsed = text === '' ? null : parseJson(text);
    return parsed === undefined ? text : parsed;
  };
}

/** `extract_json(path, text, type)`: text that is no JSON gives null. */
function bindExtractJson(call: CallSite): Kernel {
  const [path, text] = [textArgument(call, 0), textArgument(call, 1)];
  return (args) => {
    const steps = parseJsonPath(path(args));
    const value = steps === undefined ? null : valueAtPath(parseJson(text(args)) ?? null, steps);
    return convert(value ?? null, 'dynamic', call.resultType);
  };
}

/** The name of what a dynamic value holds, as `gettype` says it. */
function dynamicTypeName(value: DynamicValue): string {
  if (value === null) return 'null';
  if (isDynamicArray(value)) return 'array';
  if (isBag(value)) return 'dictionary';
  const type = dynamicScalarType(value) ?? 'null';
  return type === 'real' ? 'double' : type;
}

/** The same value with the keys of its bags in order, at all depths: `dynamic_to_json` is canonical. */
function sortedKeys(value: DynamicValue): DynamicValue {
  if (isDynamicArray(value)) return value.map(sortedKeys);
  if (!isBag(value)) return value;
  const entries = [...value].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(entries.map(([key, member]) => [key, sortedKeys(member)]));
}
