import { unsupported } from '../diagnostics/diagnostic.ts';
import { constantText, realArgument, textArgument } from './arguments.ts';
import type { ScalarFunction } from './function.ts';

/** `convert_length(value, from, to)` and its family; units go by the singular names of Kusto's documentation. */
export const unitConversionFunctions: readonly ScalarFunction[] = [
  conversion('convert_angle', {
    Radian: 180 / Math.PI,
    Degree: 1,
    Arcminute: 1 / 60,
    Arcsecond: 1 / 3600,
    Gradian: 0.9,
    Revolution: 360,
    Deciradian: 18 / Math.PI,
    Centiradian: 1.8 / Math.PI,
    Milliradian: 0.18 / Math.PI,
  }),
  conversion('convert_length', {
    Meter: 1,
    ...metric('meter'),
    Inch: 0.0254,
    Foot: 0.3048,
    Yard: 0.9144,
    Mile: 1609.344,
    NauticalMile: 1852,
    Fathom: 1.8288,
  }),
  conversion('convert_mass', {
    Gram: 1,
    ...metric('gram'),
    Tonne: 1e6,
    Pound: 453.59237,
    Ounce: 28.349523125,
    Stone: 6350.29318,
    ShortTon: 907184.74,
    LongTon: 1016046.9088,
    Grain: 0.06479891,
  }),
  conversion('convert_speed', {
    MeterPerSecond: 1,
    KilometerPerHour: 1 / 3.6,
    KilometerPerSecond: 1000,
    MeterPerMinute: 1 / 60,
    MeterPerHour: 1 / 3600,
    MilePerHour: 0.44704,
    Knot: 1852 / 3600,
    FootPerSecond: 0.3048,
    FootPerMinute: 0.3048 / 60,
    InchPerSecond: 0.0254,
  }),
  conversion('convert_force', {
    Newton: 1,
    ...metric('newton'),
    Dyn: 1e-5,
    KilogramForce: 9.80665,
    PoundForce: 4.4482216152605,
  }),
  conversion('convert_energy', {
    Joule: 1,
    ...metric('joule'),
    WattHour: 3600,
    KilowattHour: 3.6e6,
    MegawattHour: 3.6e9,
    GigawattHour: 3.6e12,
    Calorie: 4.184,
    Kilocalorie: 4184,
    ElectronVolt: 1.602176565e-19,
    BritishThermalUnit: 1055.05585262,
  }),
  conversion('convert_volume', {
    CubicMeter: 1,
    CubicDecimeter: 1e-3,
    CubicCentimeter: 1e-6,
    CubicMillimeter: 1e-9,
    CubicKilometer: 1e9,
    Liter: 1e-3,
    Hectoliter: 0.1,
    Deciliter: 1e-4,
    Centiliter: 1e-5,
    Milliliter: 1e-6,
    Microliter: 1e-9,
    CubicInch: 1.6387064e-5,
    CubicFoot: 0.028316846592,
    CubicYard: 0.764554857984,
    UsGallon: 0.003785411784,
    ImperialGallon: 0.00454609,
    UsQuart: 9.46352946e-4,
    UsPint: 4.73176473e-4,
  }),
  temperature(),
];

/** `Kilometer` and so on: metric multiples of a unit. */
function metric(unit: string): Readonly<Record<string, number>> {
  return {
    [`Nano${unit}`]: 1e-9,
    [`Micro${unit}`]: 1e-6,
    [`Milli${unit}`]: 1e-3,
    [`Centi${unit}`]: 1e-2,
    [`Deci${unit}`]: 1e-1,
    [`Deca${unit}`]: 10,
    [`Hecto${unit}`]: 100,
    [`Kilo${unit}`]: 1e3,
    [`Mega${unit}`]: 1e6,
    [`Giga${unit}`]: 1e9,
  };
}

/** A scale's zero and the size of its degree, in kelvin. */
interface Scale {
  readonly size: number;
  readonly zero: number;
}

function conversion(name: string, sizes: Readonly<Record<string, number>>): ScalarFunction {
  const scales = Object.entries(sizes).map(([unit, size]) => [unit, { size, zero: 0 }] as const);
  return converting(name, new Map(scales));
}

function temperature(): ScalarFunction {
  return converting(
    'convert_temperature',
    new Map([
      ['Kelvin', { size: 1, zero: 0 }],
      ['DegreeCelsius', { size: 1, zero: 273.15 }],
      ['DegreeFahrenheit', { size: 5 / 9, zero: 459.67 * (5 / 9) }],
      ['DegreeRankine', { size: 5 / 9, zero: 0 }],
    ]),
  );
}

/** A unit that is not in the table is not supported: Kusto knows more of them. */
function converting(name: string, units: ReadonlyMap<string, Scale>): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const value = realArgument(call, 0);
      const scale = (index: number) => {
        const unit = constantText(call, index);
        if (unit !== undefined && !units.has(unit)) throw unsupported(`The unit '${unit}' of ${name}`, call.span);
        const text = textArgument(call, index);
        return (args: Parameters<typeof text>[0]) => units.get(text(args));
      };
      const [from, to] = [scale(1), scale(2)];
      return (args) => {
        const [amount, source, target] = [value(args), from(args), to(args)];
        if (amount === null || source === undefined || target === undefined) return null;
        return (amount * source.size + source.zero - target.zero) / target.size;
      };
    },
  };
}
