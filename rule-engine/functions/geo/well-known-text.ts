import type { DynamicValue } from '../../schema/value.ts';
import { textArgument } from '../arguments.ts';
import type { ScalarFunction } from '../function.ts';
import { collection, geometry } from './geojson.ts';

/** Well-known text as GeoJSON; null for what is none. */
export const wellKnownTextFunctions: readonly ScalarFunction[] = [
  {
    name: 'geo_from_wkt',
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => {
        const reader = new Reader(text(args));
        const value = reader.geometry();
        return value !== undefined && reader.atEnd() ? value : null;
      };
    },
  },
];

/** GeoJSON's name of a shape and how many levels of parentheses stand around its positions. */
const SHAPES: Readonly<Record<string, readonly [type: string, depth: number]>> = {
  POINT: ['Point', 0],
  LINESTRING: ['LineString', 1],
  POLYGON: ['Polygon', 2],
  MULTIPOINT: ['MultiPoint', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = text.match(/[A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[^\s]/g) ?? [];
  }

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  geometry(): DynamicValue | undefined {
    const word = this.next()?.toUpperCase() ?? '';
    if (word === 'GEOMETRYCOLLECTION') {
      const parts = this.list(() => this.geometry());
      return parts && collection(parts);
    }
    const shape = SHAPES[word];
    if (shape === undefined) return undefined;
    const coordinates = shape[1] === 0 ? this.list(() => this.position())?.[0] : this.nested(shape[1]);
    return coordinates === undefined ? undefined : geometry(shape[0], coordinates);
  }

  private next(): string | undefined {
    return this.tokens[this.at++];
  }

  private nested(depth: number): DynamicValue[] | undefined {
    return this.list(() => (depth === 1 ? this.position() : this.nested(depth - 1)));
  }

  private list(item: () => DynamicValue | undefined): DynamicValue[] | undefined {
    if (this.next() !== '(') return undefined;
    const items: DynamicValue[] = [];
    for (;;) {
      const value = item();
      if (value === undefined) return undefined;
      items.push(value);
      const after = this.next();
      if (after === ')') return items;
      if (after !== ',') return undefined;
    }
  }

  /** The points of a MULTIPOINT may have parentheses of their own. */
  private position(): DynamicValue | undefined {
    const wrapped = this.tokens[this.at] === '(';
    if (wrapped) this.at++;
    const [x, y] = [Number(this.next()), Number(this.next())];
    if (Number.isNaN(x) || Number.isNaN(y) || (wrapped && this.next() !== ')')) return undefined;
    return [x, y];
  }
}
