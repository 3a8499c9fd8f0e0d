import type { DynamicValue } from '../schema/value.ts';
import { integerArgument, realArgument, textArgument } from './arguments.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { isPoint } from './geo-distance.ts';
import { inHashSetOrder } from './hash-set-order.ts';
import { ofText } from './of-text.ts';

/** Geohash cells; what is no geohash gives null (or `''`). */
export const geohashFunctions: readonly ScalarFunction[] = [
  { name: 'geo_point_to_geohash', nulls: 'propagate', bind: bindEncode },
  ofCell('geo_geohash_to_central_point', ({ west, east, south, north }) =>
    geometry('Point', [(west + east) / 2, (south + north) / 2]),
  ),
  ofCell('geo_geohash_to_polygon', ({ west, east, south, north }) =>
    geometry('Polygon', [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ]),
  ),
  {
    name: 'geo_geohash_neighbors',
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => {
        const hash = text(args).toLowerCase();
        const cell = decode(hash);
        return cell === undefined ? null : neighbors(cell, hash.length);
      };
    },
  },
];

/** The eight cells around a cell, clockwise from the northwest, as steps to the east and to the north. */
const AROUND: readonly (readonly [number, number])[] = [
  [-1, 1],
  [0, 1],
  [1, 1],
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
];

const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';
const MAXIMUM_ACCURACY = 18;

interface Cell {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function geometry(type: string, coordinates: DynamicValue): DynamicValue {
  return new Map<string, DynamicValue>([
    ['type', type],
    ['coordinates', coordinates],
  ]);
}

function bindEncode(call: CallSite): Kernel {
  const [longitude, latitude, accuracy] = [realArgument(call, 0), realArgument(call, 1), integerArgument(call, 2, 5)];
  return (args) => {
    const [x, y, length] = [longitude(args) ?? Number.NaN, latitude(args) ?? Number.NaN, accuracy(args) ?? 5];
    return isPoint(x, y) && length >= 1 && length <= MAXIMUM_ACCURACY ? encode(x, y, length) : '';
  };
}

function encode(longitude: number, latitude: number, length: number): string {
  const [x, y] = [
    { low: -180, high: 180, value: longitude },
    { low: -90, high: 90, value: latitude },
  ];
  let hash = '';
  let code = 0;
  for (let bit = 0; bit < length * 5; bit++) {
    const axis = bit % 2 === 0 ? x : y;
    const middle = (axis.low + axis.high) / 2;
    const above = axis.value >= middle;
    if (above) axis.low = middle;
    else axis.high = middle;
    code = code * 2 + Number(above);
    if (bit % 5 === 4) {
      hash += ALPHABET[code];
      code = 0;
    }
  }
  return hash;
}

function ofCell(name: string, shape: (cell: Cell) => DynamicValue): ScalarFunction {
  return ofText(name, (text) => {
    const cell = decode(text.toLowerCase());
    return cell === undefined ? null : shape(cell);
  });
}

function decode(hash: string): Cell | undefined {
  const [x, y] = [
    { low: -180, high: 180 },
    { low: -90, high: 90 },
  ];
  if (hash === '' || hash.length > MAXIMUM_ACCURACY) return undefined;
  for (let bit = 0; bit < hash.length * 5; bit++) {
    const code = ALPHABET.indexOf(hash[Math.floor(bit / 5)]);
    if (code < 0) return undefined;
    const axis = bit % 2 === 0 ? x : y;
    const middle = (axis.low + axis.high) / 2;
    if ((code >> (4 - (bit % 5))) & 1) axis.low = middle;
    else axis.high = middle;
  }
  return { west: x.low, east: x.high, south: y.low, north: y.high };
}

/** Cells beyond the antimeridian go on at the other side; beyond a pole there are none. */
function neighbors({ west, east, south, north }: Cell, length: number): DynamicValue {
  const around = AROUND.flatMap(([toEast, toNorth]) => {
    const latitude = (south + north) / 2 + toNorth * (north - south);
    const longitude = (west + east) / 2 + toEast * (east - west);
    const wrapped = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    return Math.abs(latitude) > 90 ? [] : [encode(wrapped, latitude, length)];
  });
  return inHashSetOrder(around);
}
