import { textArgument } from '../arguments.ts';
import { encodeBase64 } from '../base64.ts';
import type { ScalarFunction } from '../function.ts';
import { gzipped, zlibbed } from './deflated-text.ts';
import { inflatedTextOf } from './inflated-text.ts';

/** Texts compressed, as Base64, and back. Loaded when one is called: few queries need the library. */
export const compressionFunctions: readonly ScalarFunction[] = [
  compression('gzip', gzipped),
  compression('zlib', zlibbed),
  decompression('gzip'),
  decompression('zlib'),
];

function compression(format: 'gzip' | 'zlib', compress: (bytes: Uint8Array) => Uint8Array): ScalarFunction {
  return {
    name: `${format}_compress_to_base64_string`,
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => encodeBase64(compress(new TextEncoder().encode(text(args))));
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
