import type { Column } from '../../columnar/column.ts';
import { columnBuilder } from '../../columnar/column-builder.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { convert, dynamicScalarType } from '../../functions/conversion.ts';
import { isBag, isDynamicArray, valueText } from '../../functions/value-text.ts';
import type { ColumnSchema, ScalarType } from '../../schema/scalar-type.ts';
import type { DynamicBag, DynamicValue, Scalar } from '../../schema/value.ts';
import { denseColumns, newRelation } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';

/**
 * `bag_unpack(column [, outputColumnPrefix] [, columnsConflict] [, ignoredProperties])`: a column for each property of
 * the bags, in alphabetical order, in place of the column.
 */
export const bagUnpack: Plugin = {
  name: 'bag_unpack',
  evaluate: async (call) => {
    const { node, input, context } = call;
    const source = await call.column(0, 'Column');
    const rows = rowsOf(input);
    const bags = Array.from(rows, (row) => bagOf(source.get(row)));
    const prefix = await textArgument(call, 1, 'OutputColumnPrefix', '');
    const conflict = await textArgument(call, 2, 'columnsConflict', 'error');
    const ignored = await ignoredProperties(call);
    const properties = propertiesOf(bags, ignored);
    const unpacked = new Map<string, { readonly type: ScalarType; readonly property: string }>();
    for (const property of [...properties.keys()].sort()) {
      unpacked.set(prefix + property, { type: properties.get(property)?.type ?? 'dynamic', property });
    }
    const kept = keptColumns(call);
    const schema = node.open ? mergedSchema(call, kept, unpacked, conflict) : node.columns;
    const dense = denseColumns(input);
    const columns = schema.map(({ name, type }) => {
      const at = input.schema.findIndex((column) => column.name === name);
      const isKept = kept.some((column) => column.name === name);
      const property = unpacked.get(name)?.property;
      if (isKept && (property === undefined || conflict === 'keep_source')) return dense[at];
      return propertyColumn(bags, property ?? name.slice(prefix.length), type);
    });
    return newRelation(schema, columns, rows.length, context);
  },
};

function bagOf(value: Scalar): DynamicBag | undefined {
  return isBag(value as DynamicValue) ? (value as DynamicBag) : undefined;
}

async function textArgument(call: PluginCall, index: number, name: string, otherwise: string): Promise<string> {
  const value = await call.constant(index, name);
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

async function ignoredProperties(call: PluginCall): Promise<ReadonlySet<string>> {
  const value = await call.constant(3, 'ignoredProperties');
  return new Set(isDynamicArray(value) ? value.map(String) : []);
}

/** The properties of the bags with the type that all their values have; dynamic when they differ. */
function propertiesOf(bags: readonly (DynamicBag | undefined)[], ignored: ReadonlySet<string>) {
  const properties = new Map<string, { type: ScalarType | undefined }>();
  for (const bag of bags) {
    for (const [name, value] of bag ?? []) {
      if (ignored.has(name)) continue;
      const known = properties.get(name);
      const type = value === null ? undefined : (dynamicScalarType(value) ?? 'dynamic');
      if (known === undefined) properties.set(name, { type });
      else known.type = commonType(known.type, type);
    }
  }
  return properties;
}

function commonType(a: ScalarType | undefined, b: ScalarType | undefined): ScalarType | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const bothNumbers = (a === 'long' || a === 'real') && (b === 'long' || b === 'real');
  return bothNumbers ? 'real' : 'dynamic';
}

/** The input's columns without the one that is unpacked. */
function keptColumns(call: PluginCall): readonly ColumnSchema[] {
  const source = call.required(0, 'Column');
  return call.input.schema.filter((column) => source.kind !== 'column' || column.name !== source.name);
}

function mergedSchema(
  call: PluginCall,
  kept: readonly ColumnSchema[],
  unpacked: ReadonlyMap<string, { readonly type: ScalarType }>,
  conflict: string,
): readonly ColumnSchema[] {
  const schema = kept.map((column): ColumnSchema => {
    const replacement = unpacked.get(column.name);
    if (replacement === undefined || conflict === 'keep_source') return column;
    if (conflict === 'replace_source') return { name: column.name, type: replacement.type };
    throw invalid(
      'bag-unpack-conflict',
      `bag_unpack: the table has a column '${column.name}' already; say columnsConflict='replace_source'`,
      call.node.span,
    );
  });
  const added = [...unpacked].filter(([name]) => !kept.some((column) => column.name === name));
  return [...schema, ...added.map(([name, { type }]): ColumnSchema => ({ name, type }))];
}

function propertyColumn(bags: readonly (DynamicBag | undefined)[], property: string, type: ScalarType): Column {
  const builder = columnBuilder(type);
  for (const bag of bags) {
    const value = bag?.get(property) ?? null;
    if (value === null) builder.appendMissing();
    else if (type === 'string') builder.append(valueText(value, 'dynamic'));
    else builder.append(convert(value, 'dynamic', type));
  }
  return builder.finish();
}
