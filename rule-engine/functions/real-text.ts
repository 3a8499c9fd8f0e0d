/**
 * The text of a double as Kusto writes it: the digits of Grisu2 without its last step, which would choose the nearest of
 * the shortest (measured: `0.1 + 0.2` is `0.30000000000000007`); always with a fraction; exponents beyond 21 digits.
 * @see Florian Loitsch, "Printing Floating-Point Numbers Quickly and Accurately with Integers", 2010
 */
export function realText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  if (value === Number.NEGATIVE_INFINITY) return '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return `${value}.0`;
  const { digits, exponent } = grisu2(Math.abs(value));
  return (value < 0 ? '-' : '') + prettify(digits, exponent);
}

function prettify(digits: string, exponent: number): string {
  const length = digits.length;
  const point = length + exponent;
  if (exponent >= 0 && point <= 21) return `${digits}${'0'.repeat(exponent)}.0`;
  if (point > 0 && point <= 21) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  if (point > -6 && point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  const mantissa = length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return `${mantissa}e${point - 1}`;
}

/** A number `f × 2^e` with a 64-bit `f`. */
interface FloatingPoint {
  readonly f: bigint;
  readonly e: number;
}

const HIDDEN_BIT = 1n << 52n;
const SIGNIFICAND_MASK = HIDDEN_BIT - 1n;

function parts(value: number): FloatingPoint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const significand = bits & SIGNIFICAND_MASK;
  return biased === 0 ? { f: significand, e: -1074 } : { f: significand + HIDDEN_BIT, e: biased - 1075 };
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

function normalize({ f, e }: FloatingPoint): FloatingPoint {
  const shift = 64 - bitLength(f);
  return { f: f << BigInt(shift), e: e - shift };
}

function multiply(a: FloatingPoint, b: FloatingPoint): FloatingPoint {
  return { f: (a.f * b.f + (1n << 63n)) >> 64n, e: a.e + b.e + 64 };
}

const powers = new Map<number, FloatingPoint>();

/** `10^k` rounded to 64 bits. */
function powerOfTen(k: number): FloatingPoint {
  const known = powers.get(k);
  if (known !== undefined) return known;
  const spare = 128;
  const exact = k >= 0 ? (10n ** BigInt(k)) << BigInt(spare) : (1n << BigInt(1200 + spare)) / 10n ** BigInt(-k);
  const scale = k >= 0 ? -spare : -(1200 + spare);
  const shift = bitLength(exact) - 64;
  let f = (exact + (1n << BigInt(shift - 1))) >> BigInt(shift);
  let e = scale + shift;
  if (f === 1n << 64n) {
    f >>= 1n;
    e++;
  }
  const power = { f, e };
  powers.set(k, power);
  return power;
}

/** The cached power, one in eight, that brings a number of binary exponent `e` into Grisu's range. */
function cachedPower(e: number): { power: FloatingPoint; k: number } {
  const dk = (-61 - e) * 0.30102999566398114 + 347;
  let k = Math.trunc(dk);
  if (dk - k > 0) k++;
  const index = (k >> 3) + 1;
  const decimal = -348 + (index << 3);
  return { power: powerOfTen(decimal), k: -decimal };
}

function grisu2(value: number): { digits: string; exponent: number } {
  const v = parts(value);
  const upper = normalize({ f: (v.f << 1n) + 1n, e: v.e - 1 });
  const lowerRaw = v.f === HIDDEN_BIT ? { f: (v.f << 2n) - 1n, e: v.e - 2 } : { f: (v.f << 1n) - 1n, e: v.e - 1 };
  const lower = lowerRaw.f << BigInt(lowerRaw.e - upper.e);
  const { power, k } = cachedPower(upper.e);
  const high = multiply(upper, power);
  const low = multiply({ f: lower, e: upper.e }, power);
  return generateDigits(high.f - 1n, high.e, high.f - 1n - (low.f + 1n), k);
}

function generateDigits(high: bigint, e: number, deltaStart: bigint, k: number) {
  const shift = BigInt(-e);
  const one = 1n << shift;
  let delta = deltaStart;
  let whole = high >> shift;
  let fraction = high & (one - 1n);
  let kappa = whole.toString().length;
  const digits: number[] = [];
  while (kappa > 0) {
    const unit = 10n ** BigInt(kappa - 1);
    const digit = whole / unit;
    whole %= unit;
    if (digit !== 0n || digits.length > 0) digits.push(Number(digit));
    kappa--;
    const rest = (whole << shift) + fraction;
    if (rest <= delta) {
      return { digits: digits.join(''), exponent: k + kappa };
    }
  }
  for (;;) {
    fraction *= 10n;
    delta *= 10n;
    const digit = fraction >> shift;
    if (digit !== 0n || digits.length > 0) digits.push(Number(digit));
    fraction &= one - 1n;
    kappa--;
    if (fraction < delta) {
      return { digits: digits.join(''), exponent: k + kappa };
    }
  }
}
