import punycode from 'punycode/punycode.js';
import type { ScalarFunction } from './function.ts';
import { ofText } from './of-text.ts';

/** Punycode: of a text, and of each label of a domain name, which `xn--` marks. What does not decode gives `''`. */
export const punycodeFunctions: readonly ScalarFunction[] = [
  recode('punycode_from_string', (text) => punycode.encode(text).replace(/-$/, '')),
  recode('punycode_to_string', punycode.decode),
  recode('punycode_domain_to_string', punycode.toASCII),
  recode('punycode_domain_from_string', decodeDomain),
];

function recode(name: string, convert: (text: string) => string): ScalarFunction {
  return ofText(name, (text) => {
    try {
      return convert(text);
    } catch {
      return '';
    }
  });
}

/** The labels of a domain, decoded where `xn--` marks them; letters keep their case. */
function decodeDomain(domain: string): string {
  const labels = domain.split(/[.\u3002\uff0e\uff61]/);
  return labels.map((label) => (/^xn--/i.test(label) ? punycode.decode(label.slice(4)) : label)).join('.');
}
