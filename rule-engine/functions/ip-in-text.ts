import { textArgument } from './arguments.ts';
import { textListArgument } from './dynamic-arrays.ts';
import type { ScalarFunction } from './function.ts';
import { parseIpv4 } from './ip-address.ts';

/** `has_ipv4` and its family: addresses that stand in a text between characters that belong to no term. */
export const ipInTextFunctions: readonly ScalarFunction[] = [
  search('has_ipv4', (found, sought) => parseIpv4(sought) !== undefined && found === sought),
  search('has_any_ipv4', (found, sought) => parseIpv4(sought) !== undefined && found === sought),
  search('has_ipv4_prefix', hasPrefix),
  search('has_any_ipv4_prefix', hasPrefix),
];

const ADDRESS = /(?<![\p{L}\p{N}.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\p{L}\p{N}]|\.\d)/gu;

/** A prefix ends with a dot, or is a whole address. */
function hasPrefix(found: string, prefix: string): boolean {
  if (parseIpv4(prefix) !== undefined) return found === prefix;
  return /^(?:\d{1,3}\.){1,3}$/.test(prefix) && found.startsWith(prefix);
}

function search(name: string, accepts: (found: string, sought: string) => boolean): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const [text, sought] = [textArgument(call, 0), textListArgument(call, 1)];
      return (args) => {
        const found = (text(args).match(ADDRESS) ?? []).filter((address) => parseIpv4(address) !== undefined);
        return found.length > 0 && sought(args).some((one) => found.some((address) => accepts(address, one)));
      };
    },
  };
}
