import {
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getResolution,
  gridDisk,
  gridDiskDistances,
  isValidCell,
  latLngToCell,
  polygonToCells,
} from 'h3-js';
import type { DynamicValue } from '../../schema/value.ts';
import { integerArgument, textArgument } from '../arguments.ts';
import type { ScalarFunction } from '../function.ts';
import { inHashSetOrder } from '../hash-set-order.ts';
import { type Argument, geoFunction, number, point, polygons } from './call.ts';
import { geometry } from './geojson.ts';
import { positionOf } from './sphere.ts';

const FINEST_RESOLUTION = 15;
const MOST_RINGS = 142;
const MOST_GENERATIONS = 5;
const MOST_CELLS = 65_536;

/** Cells of the H3 grid, by their names. */
export const h3CellFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_point_to_h3cell', [point, resolution(6)], ([p, level]) => {
    const [longitude, latitude] = positionOf(p);
    return latLngToCell(latitude, longitude, level);
  }),
  geoFunction('geo_h3cell_to_central_point', [cell()], ([name]) =>
    geometry('Point', [...cellToLatLng(name)].reverse()),
  ),
  geoFunction('geo_h3cell_to_polygon', [cell()], ([name]) => geometry('Polygon', [cellToBoundary(name, true)])),
  geoFunction('geo_h3cell_level', [cell()], ([name]) => BigInt(getResolution(name))),
  geoFunction('geo_h3cell_parent', [cell(), resolution(-1)], ([name, given]) => {
    const level = given < 0 ? getResolution(name) - 1 : given;
    return level >= 0 && level <= getResolution(name) ? cellToParent(name, level) : '';
  }),
  geoFunction('geo_h3cell_children', [cell(), resolution(-1)], ([name, given]) => {
    const level = given < 0 ? getResolution(name) + 1 : given;
    const steps = level - getResolution(name);
    return steps >= 0 && steps <= MOST_GENERATIONS && level <= FINEST_RESOLUTION ? cellToChildren(name, level) : null;
  }),
  geoFunction('geo_h3cell_neighbors', [cell()], ([name]) =>
    inHashSetOrder(gridDisk(name, 1).filter((other) => other !== name)),
  ),
  geoFunction('geo_h3cell_rings', [cell(), number(0, MOST_RINGS, Number.NaN)], ([name, distance]) =>
    gridDiskDistances(name, Math.trunc(distance)),
  ),
  geoFunction('geo_polygon_to_h3cells', [polygons, resolution(6)], ([all, level]): DynamicValue => {
    const names = all.flatMap((rings) =>
      polygonToCells(
        rings.map((ring) => [...ring, ring[0]].map((vertex) => [...positionOf(vertex)])),
        level,
        true,
      ),
    );
    return names.length > MOST_CELLS ? null : inHashSetOrder(names);
  }),
];

function resolution(missing: number): Argument<number> {
  return {
    width: 1,
    bind(call, index) {
      const given = integerArgument(call, index, missing);
      const absent = call.argumentTypes[index] === undefined;
      return (args) => {
        const level = given(args);
        if (absent) return missing;
        return level !== null && level >= 0 && level <= FINEST_RESOLUTION ? level : undefined;
      };
    },
  };
}

function cell(): Argument<string> {
  return {
    width: 1,
    bind(call, index) {
      const text = textArgument(call, index);
      return (args) => (isValidCell(text(args)) ? text(args) : undefined);
    },
  };
}
