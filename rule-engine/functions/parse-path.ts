import type { DynamicValue } from '../schema/value.ts';
import { textArgument } from './arguments.ts';
import type { ScalarFunction } from './function.ts';

/** `parse_path` and `parse_command_line`. */
export const pathFunctions: readonly ScalarFunction[] = [
  {
    name: 'parse_path',
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => parsePath(text(args));
    },
  },
  {
    name: 'parse_command_line',
    nulls: 'propagate',
    bind(call) {
      const [text, kind] = [textArgument(call, 0), textArgument(call, 1)];
      return (args) => {
        const line = text(args);
        return line === '' || kind(args).toLowerCase() !== 'windows' ? null : splitWindowsCommandLine(line);
      };
    },
  },
];

function parsePath(text: string): DynamicValue {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]+):\/\//.exec(text);
  let rest = scheme === null ? text : text.slice(scheme[0].length);
  const root = /^[A-Za-z]:/.exec(rest)?.[0] ?? '';
  const stream = /^([^:]*):([^:/\\]+)(?::\$\w+)?$/.exec(rest.slice(root.length));
  if (stream !== null) rest = root + stream[1];
  const cut = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'));
  const fileName = rest.slice(cut + 1);
  const directoryPath = cut < 0 ? '' : rest.slice(0, cut);
  const dot = fileName.lastIndexOf('.');
  return new Map<string, DynamicValue>([
    ['Scheme', scheme?.[1] ?? ''],
    ['RootPath', root],
    ['DirectoryPath', directoryPath],
    [
      'DirectoryName',
      directoryPath.slice(Math.max(directoryPath.lastIndexOf('/'), directoryPath.lastIndexOf('\\')) + 1),
    ],
    ['Filename', fileName],
    ['Extension', dot < 0 ? '' : fileName.slice(dot + 1)],
    ['AlternateDataStreamName', stream?.[2] ?? ''],
  ]);
}

/**
 * Splits a command line as `CommandLineToArgvW` does: `2n` backslashes before a quote are `n`, `2n + 1` are `n` and a
 * literal quote; a doubled quote inside quotes is one; the program's name knows no escapes.
 */
function splitWindowsCommandLine(line: string): readonly string[] {
  const { program, rest } = programName(line.trimStart());
  return [program, ...splitArguments(rest)];
}

function programName(line: string): { readonly program: string; readonly rest: string } {
  const quoted = /^"([^"]*)"?/.exec(line);
  if (quoted !== null) return { program: quoted[1], rest: line.slice(quoted[0].length) };
  const plain = /^[^\s]*/.exec(line)?.[0] ?? '';
  return { program: plain, rest: line.slice(plain.length) };
}

function splitArguments(text: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ' || text[at] === '\t') {
      at++;
      continue;
    }
    let argument = '';
    let quoted = false;
    while (at < text.length && (quoted || (text[at] !== ' ' && text[at] !== '\t'))) {
      const slashes = /^\\*/.exec(text.slice(at, at + 32_768))?.[0].length ?? 0;
      const beforeQuote = text[at + slashes] === '"';
      argument += '\\'.repeat(beforeQuote ? Math.floor(slashes / 2) : slashes);
      at += slashes;
      if (beforeQuote && slashes % 2 === 1) {
        argument += '"';
        at++;
      } else if (beforeQuote) {
        if (quoted && text[at + 1] === '"') {
          argument += '"';
          at++;
        } else quoted = !quoted;
        at++;
      } else if (slashes === 0) argument += text[at++];
    }
    found.push(argument);
  }
  return found;
}
