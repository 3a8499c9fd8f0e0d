import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ScalarType } from '../../schema/scalar-type.ts';
import type { DynamicValue, Scalar } from '../../schema/value.ts';
import { call, dynamic, int, real, type TestArgument, text } from '../call.test-helper.ts';
import { isLoadable, loadFunction } from '../registry.ts';
import { dynamicJson } from '../value-text.ts';
import { geoFunctions } from './geo-functions.ts';
import { geometry } from './geojson.ts';
import { geoFunctionNames } from './names.ts';

type Positions = readonly (readonly [number, number])[];

const line = (positions: Positions): TestArgument => dynamic(geometry('LineString', positions));
const polygon = (...rings: readonly Positions[]): TestArgument => dynamic(geometry('Polygon', rings));
const point = (longitude: number, latitude: number) => [real(longitude), real(latitude)] as const;
const ask = (name: string, type: ScalarType, ...args: readonly TestArgument[]): Scalar => call(name, type, ...args);
const json = (name: string, ...args: readonly TestArgument[]): string =>
  dynamicJson(ask(name, 'dynamic', ...args) as DynamicValue);

const square: Positions = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const shifted: Positions = square.map(([x, y]) => [x + 1, y + 1]);
const far: Positions = square.map(([x, y]) => [x + 10, y]);
const EQUATOR_DEGREE = (6_371_010 * Math.PI) / 180;

beforeAll(() => loadFunction('geo_azimuth'));

test('the names are known before the functions are loaded', () => {
  expect(geoFunctions.map(({ name }) => name).sort()).toEqual([...geoFunctionNames].sort());
  expect(isLoadable('geo_polygon_area')).toBe(true);
  expect(isLoadable('strlen')).toBe(false);
});

describe('measures', () => {
  test('polygons that overlap count once', () => {
    const both = dynamic(geometry('MultiPolygon', [[square], [shifted]]));
    const twice = dynamic(geometry('MultiPolygon', [[square], [square]]));
    const of = (name: string, value: TestArgument) => ask(name, 'real', value) as number;
    expect(of('geo_polygon_area', twice)).toBeCloseTo(of('geo_polygon_area', polygon(square)), 0);
    expect(of('geo_polygon_area', both)).toBeCloseTo((of('geo_polygon_area', polygon(square)) * 7) / 4, -9);
    expect(of('geo_polygon_perimeter', twice)).toBeCloseTo(of('geo_polygon_perimeter', polygon(square)), 3);
  });
  test('azimuth and angle', () => {
    expect(ask('geo_azimuth', 'real', ...point(0, 0), ...point(1, 0))).toBeCloseTo(Math.PI / 2, 12);
    expect(ask('geo_angle', 'real', ...point(0, 1), ...point(0, 0), ...point(1, 0))).toBeCloseTo(Math.PI / 2, 12);
    expect(ask('geo_azimuth', 'real', ...point(5, 5), ...point(5, 5))).toBe(null);
    expect(ask('geo_azimuth', 'real', ...point(181, 5), ...point(5, 5))).toBe(null);
  });

  test('distances to lines and polygons', () => {
    const equator = line([
      [0, 0],
      [10, 0],
    ]);
    expect(ask('geo_distance_point_to_line', 'real', ...point(5, 1), equator)).toBeCloseTo(EQUATOR_DEGREE, 3);
    expect(ask('geo_distance_point_to_polygon', 'real', ...point(1, 1), polygon(square))).toBe(0);
    expect(ask('geo_distance_point_to_polygon', 'real', ...point(3, 0), polygon(square))).toBeCloseTo(
      EQUATOR_DEGREE,
      3,
    );
    expect(ask('geo_distance_point_to_line', 'real', ...point(5, 1), line([[1, 1]]))).toBe(null);
  });

  test('a hole is outside, either way around', () => {
    const hole: Positions = [
      [0.5, 0.5],
      [1.5, 0.5],
      [1.5, 1.5],
      [0.5, 1.5],
      [0.5, 0.5],
    ];
    for (const inner of [hole, [...hole].reverse()]) {
      expect(ask('geo_point_in_polygon', 'bool', ...point(1, 1), polygon(square, inner))).toBe(false);
      expect(ask('geo_point_in_polygon', 'bool', ...point(0.2, 1), polygon(square, inner))).toBe(true);
      expect(ask('geo_point_in_polygon', 'bool', ...point(-1, 1), polygon(square, inner))).toBe(false);
    }
  });

  test.each([
    ['open', [square.slice(0, 4)]],
    ['with a vertex twice', [[square[0], square[1], square[1], square[2], square[0]]]],
    ['that crosses itself', [[square[0], square[2], square[1], square[3], square[0]]]],
    ['empty', []],
  ] as const)('a polygon %s is null', (_, rings) => {
    expect(ask('geo_polygon_area', 'real', polygon(...(rings as readonly Positions[])))).toBe(null);
  });

  test('area, perimeter and centroid', () => {
    const octant: Positions = [
      [0, 0],
      [90, 0],
      [0, 90],
      [0, 0],
    ];
    expect(ask('geo_polygon_area', 'real', polygon(octant))).toBeCloseTo((Math.PI / 2) * 6_371_010 ** 2, -3);
    expect(ask('geo_polygon_perimeter', 'real', polygon(octant))).toBeCloseTo(270 * EQUATOR_DEGREE, 3);
    const centroid = (ask('geo_polygon_centroid', 'dynamic', polygon(square)) as Map<string, number[]>).get(
      'coordinates',
    );
    expect(centroid?.[0]).toBeCloseTo(1, 9);
  });

  test('along a line', () => {
    const way = line([
      [0, 0],
      [2, 0],
      [2, 2],
    ]);
    expect(json('geo_line_interpolate_point', way, real(0.25))).toMatch(/\[1\.0|0\.99999/);
    expect(ask('geo_line_locate_point', 'real', way, ...point(1, 0))).toBeCloseTo(0.25, 12);
  });
});

describe('shapes', () => {
  test('a buffer holds its point and strays no farther than the tolerance', () => {
    const around = dynamic(ask('geo_point_buffer', 'dynamic', ...point(8, 50), real(1000), real(1)) as DynamicValue);
    expect(ask('geo_point_in_polygon', 'bool', ...point(8, 50), around)).toBe(true);
    const area = ask('geo_polygon_area', 'real', around) as number;
    expect(area).toBeLessThan(Math.PI * 1000 ** 2);
    expect(area).toBeGreaterThan(Math.PI * 999 ** 2 * 0.999);
    expect(ask('geo_point_buffer', 'dynamic', ...point(8, 50), real(-1))).toBe(null);
  });

  test('a bent line has one buffer without holes', () => {
    const bent = line([
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
    ]);
    const around = ask('geo_line_buffer', 'dynamic', bent, real(100)) as Map<string, DynamicValue[]>;
    expect(around.get('coordinates')?.length).toBe(1);
    for (const [x, y] of [
      [0.005, 0.0005],
      [0.0105, 0.005],
    ]) {
      expect(ask('geo_point_in_polygon', 'bool', ...point(x, y), dynamic(around))).toBe(true);
    }
    expect(ask('geo_point_in_polygon', 'bool', ...point(0.005, 0.005), dynamic(around))).toBe(false);
  });

  test('a union and an intersection share out the areas', () => {
    const [a, b] = [polygon(square), polygon(shifted)];
    const area = (value: Scalar) => ask('geo_polygon_area', 'real', dynamic(value as DynamicValue)) as number;
    const union = ask('geo_union_polygons_array', 'dynamic', dynamic([a.value, b.value] as DynamicValue[]));
    const both = ask('geo_intersection_2polygons', 'dynamic', a, b);
    expect(area(union) + area(both)).toBeCloseTo(area(a.value) + area(b.value), -2);
    expect(json('geo_intersection_2polygons', a, polygon(far))).toBe('{"type":"GeometryCollection","geometries":[]}');
  });

  test('a nearly straight line becomes one edge, others are refused', () => {
    const simplified = (tolerance: number, ...positions: Positions) =>
      JSON.parse(json('geo_line_simplify', line(positions), real(tolerance)));
    const bent = [
      [0, 0],
      [0.5, 0.0001],
      [1, 0],
    ] as const;
    expect(simplified(12, ...bent)).toEqual({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 0],
      ],
    });
    expect(() => simplified(10, ...bent)).toThrow('not nearly straight');
    expect(() => simplified(1000, [0, 0], [0.5, 0], [0.4, 0], [1, 0])).toThrow('not nearly straight');
    expect(() => simplified(1000, [0, 0], [1, 0], [1, 1], [0, 0])).toThrow('not nearly straight');
    expect(
      ask(
        'geo_line_simplify',
        'dynamic',
        line([
          [0, 0],
          [0.00001, 0],
        ]),
        real(10),
      ),
    ).toBe(null);
  });

  test('polygons that only touch share points and lines', () => {
    const triangle: Positions = [
      [2, 45],
      [0, 45],
      [1, 44],
      [2, 45],
    ];
    const corner: Positions = [
      [3, 44],
      [2, 45],
      [2, 43],
      [3, 44],
    ];
    const within: Positions = [
      [1.192, 45.265],
      [1.005, 44.943],
      [1.356, 44.937],
      [1.192, 45.265],
    ];
    const share = (a: TestArgument, b: TestArgument) => JSON.parse(json('geo_intersection_2polygons', a, b));
    const point = share(polygon(triangle), polygon(corner));
    expect(point).toMatchObject({ type: 'Point' });
    expect(point.coordinates[0]).toBeCloseTo(2, 12);
    expect(point.coordinates[1]).toBeCloseTo(45, 12);
    const both = dynamic(geometry('MultiPolygon', [[corner], [within]]));
    expect(share(polygon(triangle), both)).toMatchObject({
      type: 'GeometryCollection',
      geometries: [{ type: 'Point' }, { type: 'Polygon' }],
    });
    const beside = square.map(([x, y]) => [x + 2, y] as const);
    expect(share(polygon(square), polygon(beside))).toMatchObject({ type: 'LineString' });
    expect(share(polygon(square), polygon(shifted))).toMatchObject({ type: 'Polygon' });
    expect(share(polygon(square), polygon(square))).toMatchObject({ type: 'Polygon' });
  });

  test('of any two that cross, the corners are not points of their own', () => {
    const coordinate = fc.uniqueArray(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(coordinate, coordinate, (east, north) => {
        const corners = east.map((x, i) => [x / 30_011, north[i] / 30_011] as const);
        const [a, b] = [corners.slice(0, 3), corners.slice(3)].map((ring) => polygon([...ring, ring[0]]));
        const area = (of: TestArgument) => (ask('geo_polygon_area', 'real', of) as number | null) ?? 0;
        fc.pre(area(a) > 1e6 && area(b) > 1e6 && ask('geo_intersects_2polygons', 'bool', a, b) === true);
        const both = ask('geo_intersection_2polygons', 'dynamic', a, b) as Map<string, unknown> | null;
        expect(both?.get('type')).toBe('Polygon');
      }),
    );
  });

  test('neighbours that share an edge become one, those apart stay two', () => {
    const beside = square.map(([x, y]) => [x + 2, y] as const);
    const union = (...rings: readonly Positions[]) =>
      ask('geo_union_polygons_array', 'dynamic', dynamic(rings.map((ring) => polygon(ring).value as DynamicValue)));
    expect((union(square, beside) as Map<string, unknown>).get('type')).toBe('Polygon');
    expect((union(square, far) as Map<string, unknown>).get('type')).toBe('MultiPolygon');
  });

  test('lines that cross, overlap or miss', () => {
    const [across, up] = [
      line([
        [-1, 0],
        [1, 0],
      ]),
      line([
        [0, -1],
        [0, 1],
      ]),
    ];
    expect(json('geo_intersection_2lines', across, up)).toContain('"Point"');
    expect(json('geo_intersection_2lines', across, across)).toContain('"LineString"');
    expect(ask('geo_intersects_2lines', 'bool', across, up)).toBe(true);
    expect(
      ask(
        'geo_intersects_2lines',
        'bool',
        across,
        line([
          [5, 5],
          [6, 6],
        ]),
      ),
    ).toBe(false);
    expect(ask('geo_intersects_line_with_polygon', 'bool', across, polygon(square))).toBe(true);
    expect(
      json(
        'geo_union_lines_array',
        dynamic([
          across.value,
          line([
            [1, 0],
            [2, 0],
          ]).value,
        ] as DynamicValue[]),
      ),
    ).toContain('"LineString"');
  });

  test('a straight edge of a map gets points where it strays', () => {
    const parallel = line([
      [0, 60],
      [10, 60],
    ]);
    const dense = ask('geo_line_densify', 'dynamic', parallel) as Map<string, DynamicValue[]>;
    expect(dense.get('coordinates')?.length).toBeGreaterThan(8);
    expect(ask('geo_line_densify', 'dynamic', parallel, real(0))).toBe(null);
  });
});

describe('cells', () => {
  test('S2', () => {
    expect(ask('geo_point_to_s2cell', 'string', ...point(8, 50), int(12))).toMatch(/^[0-9a-f]+$/);
    const token = text(ask('geo_point_to_s2cell', 'string', ...point(8, 50), int(12)) as string);
    const cell = dynamic(ask('geo_s2cell_to_polygon', 'dynamic', token) as DynamicValue);
    expect(ask('geo_point_in_polygon', 'bool', ...point(8, 50), cell)).toBe(true);
    expect((ask('geo_s2cell_neighbors', 'dynamic', token) as string[]).length).toBe(8);
    expect(ask('geo_polygon_to_s2cells', 'dynamic', polygon(square), int(4))).toContain(
      ask('geo_point_to_s2cell', 'string', ...point(1, 1), int(4)),
    );
    expect(ask('geo_s2cell_neighbors', 'dynamic', text('x'))).toBe(null);
    expect(ask('geo_point_to_s2cell', 'string', ...point(8, 50), int(31))).toBe('');
  });

  test('H3', () => {
    const name = text(ask('geo_point_to_h3cell', 'string', ...point(8, 50), int(6)) as string);
    expect(ask('geo_h3cell_level', 'long', name)).toBe(6n);
    const parent = text(ask('geo_h3cell_parent', 'string', name) as string);
    expect(ask('geo_h3cell_children', 'dynamic', parent)).toContain(name.value);
    expect((ask('geo_h3cell_neighbors', 'dynamic', name) as string[]).length).toBe(6);
    expect((ask('geo_h3cell_rings', 'dynamic', name, int(2)) as string[][]).map((ring) => ring.length)).toEqual([
      1, 6, 12,
    ]);
    expect(ask('geo_h3cell_children', 'dynamic', name, int(15))).toBe(null);
    expect(ask('geo_h3cell_parent', 'string', text('123'))).toBe('');
  });
});

test('well-known text', () => {
  expect(json('geo_from_wkt', text('POLYGON ((0 0, 2 0, 2 2, 0 0))'))).toBe(
    '{"type":"Polygon","coordinates":[[[0.0,0.0],[2.0,0.0],[2.0,2.0],[0.0,0.0]]]}',
  );
  expect(json('geo_from_wkt', text('GEOMETRYCOLLECTION (POINT (1 1), MULTIPOINT ((1 2), (3 4)))'))).toContain(
    'MultiPoint',
  );
  expect(ask('geo_from_wkt', 'dynamic', text('LINESTRING'))).toBe(null);
});

test('coverings reach as far as the radius', () => {
  const street = line([
    [-0.1399656708283601, 51.50190802248855],
    [-0.14088438832752104, 51.50012082761452],
  ]);
  const station = ask('geo_point_to_s2cell', 'string', ...point(-0.13451078568013486, 51.49919145858172), int(14));
  const cells = (metres: number) =>
    ask('geo_line_to_s2cells', 'dynamic', street, int(14), real(metres)) as DynamicValue[];
  expect(cells(0)).toEqual(['487604d9']);
  expect(cells(100)).not.toContain(station);
  expect(cells(500)).toContain(station);
  expect(ask('geo_line_to_s2cells', 'dynamic', street, int(14), real(-1))).toBe(null);
  const near = ask('geo_polygon_to_s2cells', 'dynamic', polygon(square), int(5), real(500_000)) as DynamicValue[];
  const own = ask('geo_polygon_to_s2cells', 'dynamic', polygon(square), int(5)) as DynamicValue[];
  expect(near.length).toBeGreaterThan(own.length);
  expect(own.every((token) => near.includes(token))).toBe(true);
});
