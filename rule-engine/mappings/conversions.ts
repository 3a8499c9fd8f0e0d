import type { ValueConversion } from './mapping.ts';

/** `C:\Windows\lua.exe` → `lua.exe`; `/usr/bin/lua` → `lua`. */
export const fileNameOfPath: ValueConversion = {
  description: 'file name of a path',
  convert: (value) => String(value).replace(/^.*[\\/](?=[^\\/]*$)/s, ''),
};

/** `CONTOSO\ada` → `CONTOSO`; nothing when there is no domain. */
export const domainOfAccount: ValueConversion = {
  description: 'domain of an account name',
  convert: (value) => {
    const text = String(value);
    const split = text.indexOf('\\');
    return split < 0 ? undefined : text.slice(0, split);
  },
};

/** `CONTOSO\ada` → `ada`. */
export const userOfAccount: ValueConversion = {
  description: 'user of an account name',
  convert: (value) => String(value).slice(String(value).indexOf('\\') + 1),
};

/** `0x1f4` → 500; other text stays as it is. */
export const hexadecimal: ValueConversion = {
  description: 'hexadecimal number',
  convert: (value) => (/^0x[0-9a-f]{1,16}$/i.test(String(value)) ? BigInt(String(value)) : value),
};

/** `['lua', '-e', 'print(1)']` → `lua -e print(1)`, arguments with blanks in single quotes; text stays as it is. */
export const joinedArguments: ValueConversion = {
  description: 'text, or arguments joined',
  convert: (value) =>
    Array.isArray(value)
      ? value.map((item) => (/\s/.test(String(item)) ? `'${item}'` : String(item))).join(' ')
      : value,
};

/** The value as it stands. */
export const asItIs: ValueConversion = { description: 'as it is', convert: (value) => value };

/** `SHA1=…,MD5=…,SHA256=…` → the hash of one algorithm, in lower case. */
export function hashOf(algorithm: 'MD5' | 'SHA1' | 'SHA256'): ValueConversion {
  const pattern = new RegExp(`(?:^|,)${algorithm}=([0-9A-F]+)`, 'i');
  return {
    description: `${algorithm} of a list of hashes`,
    convert: (value) => pattern.exec(String(value))?.[1].toLowerCase(),
  };
}
