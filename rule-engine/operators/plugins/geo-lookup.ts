import { gatherColumn, NO_ROW } from '../../columnar/gather.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import type { Kernel } from '../../functions/function.ts';
import { loadFunction, scalarFunction } from '../../functions/registry.ts';
import type { ScalarType } from '../../schema/scalar-type.ts';
import { newRelation } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';

/**
 * `geo_polygon_lookup(table, key, longitude, latitude [, radius] [, return_unmatched] [, lookup_area_radius]
 * [, return_lookup_key])` and `geo_line_lookup`, whose radius must be given: each row with the rows of the table whose
 * shape lies within the radius, in metres, of its point. The rows without any come last.
 */
function geoLookup(name: string, distance: string): Plugin {
  return {
    name,
    evaluate: async (call) => {
      const { node, input, context } = call;
      const [table] = node.arguments;
      if (table?.kind !== 'table') {
        throw invalid('plugin-argument', `${name}: the first argument is a table`, node.span);
      }
      const lookup = await context.run(table.plan);
      const keyExpr = call.required(1, 'LookupGeometryKey');
      const shapes = await context.column(keyExpr, lookup);
      const [longitudes, latitudes] = [await call.column(2, 'SourceLongitude'), await call.column(3, 'SourceLatitude')];
      const radius = Number((await call.constant(4, 'radius')) ?? 0);
      const keepsUnmatched = (await call.constant(5, 'return_unmatched')) === true;
      const keepsKey = (await call.constant(7, 'return_lookup_key')) === true;
      const measure = await distanceKernel(distance, call);
      const [left, right, unmatched]: [number[], number[], number[]] = [[], [], []];
      for (const row of rowsOf(input)) {
        await context.checkpoint();
        const before = left.length;
        for (const candidate of rowsOf(lookup)) {
          const metres = measure([longitudes.get(row), latitudes.get(row), shapes.get(candidate)]);
          if (metres === null || (metres as number) > radius) continue;
          left.push(row);
          right.push(candidate);
        }
        if (left.length === before && keepsUnmatched) unmatched.push(row);
      }
      left.push(...unmatched);
      right.push(...unmatched.map(() => NO_ROW));
      const key = keyExpr.kind === 'column' ? keyExpr.name : undefined;
      const kept = lookup.columns.filter((_, i) => keepsKey || lookup.schema[i].name !== key);
      const columns = [
        ...input.columns.map((column) => gatherColumn(column, Uint32Array.from(left))),
        ...kept.map((column) => gatherColumn(column, Uint32Array.from(right))),
      ];
      return newRelation(node.columns, columns, left.length, context);
    },
  };
}

async function distanceKernel(name: string, { node, context }: PluginCall): Promise<Kernel> {
  await loadFunction(name);
  const entry = scalarFunction(name);
  if (entry === undefined) throw invalid('internal', `${name} is missing`, node.span);
  const argumentTypes: readonly ScalarType[] = ['real', 'real', 'dynamic'];
  const { now } = context;
  return entry.bind({ argumentTypes, resultType: 'real', constants: [], now, span: node.span });
}

export const geoLookups: readonly Plugin[] = [
  geoLookup('geo_polygon_lookup', 'geo_distance_point_to_polygon'),
  geoLookup('geo_line_lookup', 'geo_distance_point_to_line'),
];
