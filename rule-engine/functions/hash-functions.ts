import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { longOf } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { valueText } from './value-text.ts';
import { xxHash64 } from './xx-hash.ts';

/** Hashes of values: of a text its UTF-8, of other types the text that `tostring` gives. */
export const hashFunctions: readonly ScalarFunction[] = [
  digest('hash_md5', md5),
  digest('hash_sha1', sha1),
  digest('hash_sha256', sha256),
  { name: 'hash', aliases: ['hash_xxhash64'], nulls: 'propagate', bind: bindXxHash },
];

function digest(name: string, hash: (bytes: Uint8Array) => Uint8Array): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const type = call.argumentTypes[0];
      return ([value]) => bytesToHex(hash(new TextEncoder().encode(valueText(value, type))));
    },
  };
}

/** With a modulus the hash is taken as unsigned and divided. */
function bindXxHash(call: CallSite): Kernel {
  const [type, modulusType = 'long'] = call.argumentTypes;
  return ([value, modulus = null]) => {
    const hash = xxHash64(bytesOf(value, type));
    const divisor = longOf(modulus, modulusType);
    return divisor === null || divisor <= 0n ? BigInt.asIntN(64, hash) : hash % divisor;
  };
}

function bytesOf(value: Scalar, type: ScalarType): Uint8Array {
  if (type === 'long' || type === 'datetime' || type === 'timespan') {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigInt64(0, value as bigint, true);
    return new Uint8Array(view.buffer);
  }
  return new TextEncoder().encode(valueText(value, type));
}
