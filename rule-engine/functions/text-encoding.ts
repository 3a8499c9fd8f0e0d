import { isAscii } from '../kernels/case-folding.ts';
import type { DynamicValue } from '../schema/value.ts';
import { dynamicArgument } from './arguments.ts';
import { convert } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { ofText } from './of-text.ts';
import { isDynamicArray } from './value-text.ts';

/** Code points, what a text is made of. */
export const textEncodingFunctions: readonly ScalarFunction[] = [
  ofText('unicode_codepoints_from_string', (text) => codePointsOf(text), 'to_utf8'),
  { name: 'unicode_codepoints_to_string', aliases: ['make_string'], nulls: 'kernel', bind: bindMakeString },
  ofText('isascii', isAscii),
  ofText('isutf8', (text) => !/\p{Cs}/u.test(text)),
];

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
