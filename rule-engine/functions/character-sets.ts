import { type CodePointSet, codePointRange, codePointsMatching, otherCodePoints } from './code-point-set.ts';

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t-\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** The characters of `[:alpha:]` or `[:^alpha:]`; undefined when there is no such class. */
export function posixSet(posix: string): CodePointSet | undefined {
  const [, negation, name] = /^\[:(\^?)([a-z]+):\]$/.exec(posix) ?? [];
  const members = POSIX_CLASSES[name];
  if (members === undefined) return undefined;
  const set = codePointsMatching(new RegExp(`[${members}]`, 'u'));
  return negation === '^' ? otherCodePoints(set) : set;
}

/** The characters of an escape that was written for RE2's brackets; undefined when there is no such class. */
export function escapedSet(written: string): CodePointSet | undefined {
  const code = /^\\x\{([0-9a-f]+)\}$/i.exec(written);
  if (code !== null) return codePointRange(Number.parseInt(code[1], 16));
  const itself = /^\\([^a-zA-Z0-9])$/u.exec(written);
  if (itself !== null) return codePointRange(itself[1].codePointAt(0)!);
  const native = written.replaceAll('\\x{', '\\u{').replace(/^\\a$/, '\\x07');
  try {
    return codePointsMatching(new RegExp(`[${native}]`, 'u'));
  } catch {
    return setOfScript(native);
  }
}

function setOfScript(property: string): CodePointSet | undefined {
  try {
    return codePointsMatching(new RegExp(property.replace('{', '{Script='), 'u'));
  } catch {
    return undefined;
  }
}
