import type { ValueConversion } from './mapping.ts';

/** `C:\Windows\lua.exe` → `lua.exe`; `/usr/bin/lua` → `lua`. */
export const fileNameOfPath: ValueConversion = {
  description: 'file name of a path',
  convert: (value) => {
    const path = String(value);
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  },
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

/** `4,242`, as Kibana writes numbers → `4242`; other values stay as they are. */
export const withoutThousands: ValueConversion = {
  description: 'without commas between thousands',
  convert: (value) =>
    typeof value === 'string' && /^\d{1,3}(,\d{3})+$/.test(value) ? value.replaceAll(',', '') : value,
};

/** `['lua', '-e', 'print(1)']` → `lua -e print(1)`, arguments with blanks quoted; text stays as it is. */
export const joinedArguments: ValueConversion = {
  description: 'text, or arguments joined',
  convert: (value) =>
    Array.isArray(value)
      ? value
          .filter((item) => item !== null)
          .map((item) => quotedArgument(String(item)))
          .join(' ')
      : value,
};

/** An argument as a shell would take it: in quotes when it is empty or has blanks. */
function quotedArgument(argument: string): string {
  if (argument !== '' && !/\s/.test(argument)) return argument;
  if (!argument.includes("'")) return `'${argument}'`;
  return argument.includes('"') ? `'${argument.replaceAll("'", "'\\''")}'` : `"${argument}"`;
}

/** The value as it stands. */
export const asItIs: ValueConversion = { description: 'as it is', convert: (value) => value };

/** `SHA1=…,MD5=…,SHA256=…` → the hash of one algorithm, in lower case. */
export function hashOf(algorithm: 'MD5' | 'SHA1' | 'SHA256' | 'IMPHASH'): ValueConversion {
  const pattern = new RegExp(`(?:^|,)${algorithm}=([0-9A-F]+)`, 'i');
  return {
    description: `${algorithm} of a list of hashes`,
    convert: (value) => pattern.exec(String(value))?.[1].toLowerCase(),
  };
}

/** The value, unless it is `-`, which stands for nothing in Windows events. */
export const unlessDash: ValueConversion = {
  description: 'unless "-"',
  convert: (value) => (value === '-' ? undefined : value),
};

/** A conversion of what isn't `-`. */
export function unlessDashThen(conversion: ValueConversion): ValueConversion {
  return {
    description: conversion.description,
    convert: (value) => (value === '-' ? undefined : conversion.convert(value)),
  };
}

/** The value that a table gives for a text; nothing for others. */
export function oneOf(description: string, table: { readonly [text: string]: string }): ValueConversion {
  return { description, convert: (value) => (Object.hasOwn(table, String(value)) ? table[String(value)] : undefined) };
}

/** Devices whose ids are kept: the events of some are mostly among each other. */
const MOST_IDS = 4096;
const idsOfNames = new Map<string, string>();

/** A device's name as a stable id, for sources that have none of their own: FNV-1a of its lower case, 64 bits. */
export const idOfName: ValueConversion = {
  description: 'id made of the name',
  convert: (value) => {
    const name = String(value);
    let id = idsOfNames.get(name);
    if (id === undefined) {
      id = hashOfName(name);
      if (idsOfNames.size === MOST_IDS) idsOfNames.clear();
      idsOfNames.set(name, id);
    }
    return id;
  },
};

function hashOfName(name: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name.toLowerCase())) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
