import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument, textArgument } from './arguments.ts';
import { dynamicOf } from './conversion.ts';
import { textsOf } from './dynamic-arrays.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { parseJsonPath, valueAtPath, withoutPath, withPath } from './json-path.ts';
import { isBag, isDynamicArray, valueText } from './value-text.ts';

/** Property bags: making, merging, keys; a key that starts with `$` is a JSON path. */
export const dynamicBagFunctions: readonly ScalarFunction[] = [
  { name: 'bag_pack', aliases: ['pack', 'pack_dictionary'], nulls: 'kernel', bind: bindPack },
  { name: 'pack_all', nulls: 'kernel', bind: bindPackAll },
  {
    name: 'bag_keys',
    nulls: 'propagate',
    bind(call) {
      const value = dynamicArgument(call, 0);
      return (args) => {
        const bag = value(args);
        return isBag(bag) ? [...bag.keys()] : null;
      };
    },
  },
  { name: 'bag_merge', nulls: 'kernel', bind: bindMerge },
  { name: 'bag_has_key', nulls: 'propagate', bind: bindHasKey },
  { name: 'bag_remove_keys', nulls: 'propagate', bind: bindRemoveKeys },
  { name: 'bag_set_key', nulls: 'kernel', bind: bindSetKey },
  { name: 'bag_zip', nulls: 'propagate', bind: bindZip },
  {
    name: 'treepath',
    nulls: 'propagate',
    bind(call) {
      const value = dynamicArgument(call, 0);
      return (args) => {
        const paths = [...new Set(pathsOf(value(args), ''))];
        return paths.length === 0 ? null : paths;
      };
    },
  },
];

/** `bag_pack(key, value, key, value, …)`. */
function bindPack(call: CallSite): Kernel {
  const types = call.argumentTypes;
  return (args) => {
    const bag = new Map<string, DynamicValue>();
    for (let i = 0; i + 1 < types.length; i += 2) {
      bag.set(valueText(args[i], types[i]), dynamicOf(args[i + 1], types[i + 1]));
    }
    return bag;
  };
}

/** `pack_all(ignoreNullOrEmpty, name, value, name, value, …)`: what lowering makes of `pack_all(true)`. */
function bindPackAll(call: CallSite): Kernel {
  const types = call.argumentTypes;
  return (args) => {
    const bag = new Map<string, DynamicValue>();
    for (let i = 1; i + 1 < types.length; i += 2) {
      const value = dynamicOf(args[i + 1], types[i + 1]);
      if (args[0] !== true || (value !== null && value !== '')) bag.set(valueText(args[i], types[i]), value);
    }
    return bag;
  };
}

/** The leftmost bag that has a key gives its value; what is no bag drops out. */
function bindMerge(call: CallSite): Kernel {
  const reads = call.argumentTypes.map((_, i) => dynamicArgument(call, i));
  return (args) => {
    const bags = reads.map((read) => read(args)).filter(isBag);
    if (bags.length === 0) return null;
    const merged = new Map<string, DynamicValue>();
    for (const bag of bags) for (const [key, value] of bag) if (!merged.has(key)) merged.set(key, value);
    return merged;
  };
}

function bindHasKey(call: CallSite): Kernel {
  const [value, key] = [dynamicArgument(call, 0), textArgument(call, 1)];
  return (args) => {
    const bag = value(args);
    if (!isBag(bag)) return null;
    const path = parseJsonPath(key(args));
    return path !== undefined && valueAtPath(bag, path) !== undefined;
  };
}

function bindRemoveKeys(call: CallSite): Kernel {
  const [value, keys] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const bag = value(args);
    const list = textsOf(keys(args));
    if (!isBag(bag) || list === undefined) return null;
    return list.reduce((rest, key) => {
      const path = parseJsonPath(key);
      return path === undefined ? rest : withoutPath(rest, path);
    }, bag);
  };
}

function bindSetKey(call: CallSite): Kernel {
  const [value, key, member] = [dynamicArgument(call, 0), textArgument(call, 1), dynamicArgument(call, 2)];
  return (args): Scalar => {
    const bag = value(args);
    const path = parseJsonPath(key(args));
    if (!isBag(bag) || path === undefined) return null;
    return withPath(bag, path, member(args)) ?? null;
  };
}

function bindZip(call: CallSite): Kernel {
  const [keys, values] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const [names, members] = [keys(args), values(args)];
    if (!isDynamicArray(names)) return null;
    const all = isDynamicArray(members) ? members : [];
    return new Map(names.flatMap((name, i) => (typeof name === 'string' ? [[name, all[i] ?? null] as const] : [])));
  };
}

/** The paths of all properties; elements of arrays share one path, `[0]`. */
function pathsOf(value: DynamicValue, prefix: string): readonly string[] {
  if (isBag(value)) {
    return [...value].flatMap(([key, member]) => {
      const path = `${prefix}['${key}']`;
      return [path, ...pathsOf(member, path)];
    });
  }
  if (!isDynamicArray(value) || value.length === 0) return [];
  const path = `${prefix}[0]`;
  return [path, ...value.flatMap((item) => pathsOf(item, path))];
}
