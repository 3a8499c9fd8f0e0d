import { isAscii } from '../kernels/case-folding.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument, textArgument } from './arguments.ts';
import { encodeBase64 } from './base64.ts';
import { convert } from './conversion.ts';
import { gzipped, zlibbed } from './deflated-text.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { inflatedTextOf } from './inflated-text.ts';
import { isDynamicArray } from './value-text.ts';

/** Code points, compressed text, what a text is made of. */
export const textEncodingFunctions: readonly ScalarFunction[] = [
  ofText('unicode_codepoints_from_string', (text) => codePointsOf(text), 'to_utf8'),
  { name: 'unicode_codepoints_to_string', aliases: ['make_string'], nulls: 'kernel', bind: bindMakeString },
  ofText('isascii', isAscii),
  ofText('isutf8', (text) => !/\p{Cs}/u.test(text)),
  ofText('gzip_compress_to_base64_string', (text) => encodeBase64(gzipped(new TextEncoder().encode(text)))),
  ofText('zlib_compress_to_base64_string', (text) => encodeBase64(zlibbed(new TextEncoder().encode(text)))),
  decompression('gzip'),
  decompression('zlib'),
];

function ofText(name: string, compute: (text: string) => Scalar, ...aliases: string[]): ScalarFunction {
  return {
    name,
    aliases,
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => compute(text(args));
    },
  };
}

function decompression(format: 'gzip' | 'zlib'): ScalarFunction {
  return {
    name: `${format}_decompress_from_base64_string`,
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      const inflated = inflatedTextOf(format, call.span);
      return (args) => inflated(text(args));
    },
  };
}

function codePointsOf(text: string): DynamicValue {
  return Array.from(text, (char) => BigInt(char.codePointAt(0) ?? 0));
}

/** Code points given one by one or as arrays. */
function bindMakeString(call: CallSite): Kernel {
  const reads = call.argumentTypes.map((_, i) => dynamicArgument(call, i));
  return (args) =>
    reads
      .flatMap((read) => {
        const value = read(args);
        return isDynamicArray(value) ? value : [value];
      })
      .map((value) => Number(convert(value, 'dynamic', 'long') ?? -1n))
      .filter((codePoint) => codePoint >= 0 && codePoint <= 0x10ffff)
      .map((codePoint) => String.fromCodePoint(codePoint))
      .join('');
}
