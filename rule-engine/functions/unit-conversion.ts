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
    Microradian: 1.8e-4 / Math.PI,
    Nanoradian: 1.8e-7 / Math.PI,
    Millidegree: 1e-3,
    Microdegree: 1e-6,
    Nanodegree: 1e-9,
    NatoMil: 360 / 6400,
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
    Angstrom: 1e-10,
    Chain: 20.1168,
    DataMile: 1828.8,
    DtpPica: 0.0254 / 6,
    DtpPoint: 0.0254 / 72,
    Hand: 0.1016,
    Microinch: 2.54e-8,
    Mil: 2.54e-5,
    Shackle: 27.432,
    Twip: 0.0254 / 1440,
    UsSurveyFoot: 1200 / 3937,
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
    Kilopound: 453_592.37,
    Megapound: 453_592_370,
    Kilotonne: 1e9,
    Megatonne: 1e12,
    LongHundredweight: 50_802.34544,
    ShortHundredweight: 45_359.237,
  }),
  conversion('convert_speed', {
    ...perTime('Meter', 1),
    ...perTime('Kilometer', 1000),
    ...perTime('Decimeter', 1e-1),
    ...perTime('Centimeter', 1e-2),
    ...perTime('Millimeter', 1e-3),
    ...perTime('Micrometer', 1e-6),
    ...perTime('Nanometer', 1e-9),
    ...perTime('Foot', 0.3048),
    ...perTime('Inch', 0.0254),
    ...perTime('Yard', 0.9144),
    ...perTime('UsSurveyFoot', 1200 / 3937),
    MilePerHour: 0.44704,
    Knot: 1852 / 3600,
  }),
  conversion('convert_force', {
    Newton: 1,
    ...metric('newton'),
    Dyn: 1e-5,
    KilogramForce: 9.80665,
    PoundForce: 4.4482216152605,
    KiloPond: 9.80665,
    KilopoundForce: 4448.2216152605,
    OunceForce: 0.2780138509537812,
    Poundal: 0.138254954376,
    ShortTonForce: 8896.443230521,
    TonneForce: 9806.65,
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
    TerawattHour: 3.6e15,
    WattDay: 86_400,
    KilowattDay: 8.64e7,
    MegawattDay: 8.64e10,
    GigawattDay: 8.64e13,
    TerawattDay: 8.64e16,
    Megacalorie: 4.184e6,
    KiloelectronVolt: 1.602176565e-16,
    MegaelectronVolt: 1.602176565e-13,
    GigaelectronVolt: 1.602176565e-10,
    TeraelectronVolt: 1.602176565e-7,
    Erg: 1e-7,
    BritishThermalUnit: 1055.05585262,
    KilobritishThermalUnit: 1055_055.85262,
    MegabritishThermalUnit: 1055_055_852.62,
    GigabritishThermalUnit: 1055_055_852_620,
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
    AcreFoot: 1 / 0.000810714,
    AuTablespoon: 2e-5,
    CubicHectometer: 1e6,
    CubicMicrometer: 1e-18,
    Decaliter: 1e-2,
    HectocubicMeter: 100,
    Kiloliter: 1,
    KilocubicMeter: 1000,
    Megaliter: 1000,
    MetricCup: 2.5e-4,
    MetricTeaspoon: 5e-6,
    UkTablespoon: 1.5e-5,
    UsLegalCup: 2.4e-4,
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

/** `MeterPerSecond` and so on: a length a second, a minute, an hour. */
function perTime(unit: string, metres: number): Readonly<Record<string, number>> {
  return {
    [`${unit}PerSecond`]: metres,
    [`${unit}PerMinute`]: metres / 60,
    [`${unit}PerHour`]: metres / 3600,
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
      ['DegreeDelisle', { size: -2 / 3, zero: 373.15 }],
      ['DegreeNewton', { size: 100 / 33, zero: 273.15 }],
      ['DegreeReaumur', { size: 5 / 4, zero: 273.15 }],
      ['DegreeRoemer', { size: 40 / 21, zero: 273.15 - 7.5 * (40 / 21) }],
      ['MillidegreeCelsius', { size: 1e-3, zero: 273.15 }],
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
