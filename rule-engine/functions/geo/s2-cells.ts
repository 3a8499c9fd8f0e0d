import { s2 } from 's2js';
import type { DynamicValue } from '../../schema/value.ts';
import { integerArgument, textArgument } from '../arguments.ts';
import type { ScalarFunction } from '../function.ts';
import { inHashSetOrder } from '../hash-set-order.ts';
import { type Argument, geoFunction, lines, number, point, polygons } from './call.ts';
import { geometry, pointGeometry } from './geojson.ts';
import { lineEdges } from './measures.ts';
import { type Edge, polygonEdges } from './polygon.ts';
import { s2Point } from './s2-point.ts';
import type { Polygon } from './shapes.ts';
import { EARTH_RADIUS, positionOf, type Vector } from './sphere.ts';

const FINEST_LEVEL = 30;

/** A covering with more cells is null. */
const MOST_CELLS = 65_536;

/** Cells of the S2 grid, by their tokens. */
export const s2CellFunctions: readonly ScalarFunction[] = [
  geoFunction('geo_point_to_s2cell', [point, cellLevel()], ([p, level]) =>
    s2.cellid.toToken(s2.cellid.parent(s2.cellid.fromPoint(s2Point(p)), level)),
  ),
  geoFunction('geo_s2cell_to_central_point', [cell()], ([id]) => pointGeometry(vectorOf(s2.cellid.point(id)))),
  geoFunction('geo_s2cell_to_polygon', [cell()], ([id]) => {
    const shape = s2.Cell.fromCellID(id);
    return geometry('Polygon', [[0, 1, 2, 3, 0].map((k) => positionOf(vectorOf(shape.vertex(k))))]);
  }),
  geoFunction('geo_s2cell_neighbors', [cell()], ([id]) =>
    inHashSetOrder(s2.cellid.allNeighbors(id, s2.cellid.level(id)).map((neighbor) => s2.cellid.toToken(neighbor))),
  ),
  geoFunction('geo_polygon_to_s2cells', [polygons, cellLevel(), radius()], ([all, level, metres]) =>
    covering(within(metres, new s2.Polygon(all.flatMap(loopsOf)), polygonEdges(all)), level),
  ),
  geoFunction('geo_line_to_s2cells', [lines, cellLevel(), radius()], ([all, level, metres]) => {
    const tokens = all.map((line) =>
      covering(within(metres, new s2.Polyline(line.map(s2Point)), lineEdges([line])), level),
    );
    return tokens.includes(null) ? null : [...new Set(tokens.flatMap((one) => one as readonly string[]))];
  }),
];

/** Metres around a shape that are covered too. */
function radius() {
  return number(0, Math.PI * EARTH_RADIUS, 0);
}

type CellTest = (cell: s2.Cell) => boolean;

/** Whether a cell meets a shape, or lies within a distance of its edges. */
function within(metres: number, shape: s2.Region, edges: readonly Edge[]): CellTest {
  if (metres === 0) return (cell) => shape.intersectsCell(cell);
  const farthest = 4 * Math.sin(Math.min(Math.PI, metres / EARTH_RADIUS) / 2) ** 2;
  const ends = edges.map(([a, b]) => [s2Point(a), s2Point(b)] as const);
  return (cell) => shape.intersectsCell(cell) || ends.some(([a, b]) => cell.distanceToEdge(a, b) <= farthest);
}

function cellLevel() {
  return whole(number(0, FINEST_LEVEL, 11));
}

function whole(level: Argument<number>): Argument<number> {
  return {
    width: 1,
    bind(call, index) {
      const read = level.bind(call, index);
      const given = integerArgument(call, index, 11);
      return (args) => (given(args) === null ? undefined : read(args));
    },
  };
}

function cell(): Argument<bigint> {
  return {
    width: 1,
    bind(call, index) {
      const text = textArgument(call, index);
      return (args) => {
        const token = text(args);
        const id = /^[0-9a-fA-F]{1,16}$/.test(token) ? s2.cellid.fromToken(token.toLowerCase()) : 0n;
        return s2.cellid.valid(id) ? id : undefined;
      };
    },
  };
}

function vectorOf({ x, y, z }: s2.Point): Vector {
  return [x, y, z];
}

function loopsOf(polygon: Polygon): readonly s2.Loop[] {
  return polygon.map((ring, i) => new s2.Loop((i === 0 ? ring : [...ring].reverse()).map(s2Point)));
}

/** The cells of one level that meet a region: from the six faces down, as long as they meet it. */
function covering(meets: CellTest, level: number): DynamicValue {
  let cells = Array.from({ length: 6 }, (_, face) => s2.Cell.fromCellID(s2.cellid.fromFace(face)));
  for (let depth = 0; depth <= level; depth++) {
    if (depth > 0) cells = cells.flatMap((parent) => parent.children());
    cells = cells.filter(meets);
    if (cells.length > MOST_CELLS) return null;
  }
  return cells.map(({ id }) => s2.cellid.toToken(id));
}
