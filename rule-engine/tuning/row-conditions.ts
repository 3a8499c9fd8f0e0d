import { valueText } from '../functions/value-text.ts';
import { isTermCodePoint } from '../kernels/term.ts';
import type { Relation } from '../operators/relation.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';

/** The columns that published rules exclude by, most used first. */
const MOST_USED = [
  'InitiatingProcessFileName',
  'FolderPath',
  'FileName',
  'ProcessCommandLine',
  'AccountName',
  'InitiatingProcessParentFileName',
  'InitiatingProcessCommandLine',
  'InitiatingProcessFolderPath',
  'DeviceName',
];

/** With none of the usual columns, as many of the table's own are used. */
const MOST_OTHERS = 10;
/** Longer values are not compared as a whole: nobody reads them. */
const LONGEST_VALUE = 1000;
/** Distinctive words of a command line that are tried. */
const MOST_WORDS = 3;
/** Folders above a file that are tried: its own, and the one above. */
const MOST_FOLDERS = 2;
/** `/usr/bin/` has three, as has the folder of a program below `Program Files`. */
const LEAST_SEPARATORS = 3;

const PATH_COLUMN = /(?:Path|Directory|Folder)$/;
const COMMAND_COLUMN = /CommandLine$/;

/** The columns that exclusions of a relation can be made of, most used first. */
export function exclusionColumns({ schema }: Relation): readonly string[] {
  const text = schema.filter(({ type }) => type === 'string').map(({ name }) => name);
  const usual = MOST_USED.filter((name) => text.includes(name));
  return usual.length >= 3 ? usual : [...usual, ...text.filter((name) => !usual.includes(name)).slice(0, MOST_OTHERS)];
}

/** The conditions that hold for a row, by column: the whole value first, then looser ones. */
export function conditionsOfRow(
  row: number,
  relation: Relation,
  columns: readonly string[],
): readonly ExclusionCondition[] {
  return columns.flatMap((column) => {
    const index = relation.schema.findIndex(({ name }) => name === column);
    if (index < 0) return [];
    const value = valueText(relation.columns[index].get(row), 'string');
    return value === '' || value.length > LONGEST_VALUE ? [] : conditionsOfValue(column, value);
  });
}

function conditionsOfValue(column: string, value: string): readonly ExclusionCondition[] {
  const windows = isWindows(value);
  const conditions: ExclusionCondition[] = [{ column, operator: windows ? '=~' : '==', value }];
  if (PATH_COLUMN.test(column)) {
    const operator = windows ? 'startswith' : 'startswith_cs';
    for (const folder of folders(value)) conditions.push({ column, operator, value: folder });
  }
  if (COMMAND_COLUMN.test(column)) {
    const operator = windows ? 'has' : 'has_cs';
    for (const word of words(value)) conditions.push({ column, operator, value: word });
  }
  return conditions;
}

/** Windows compares names without case. */
function isWindows(value: string): boolean {
  return /\\|\.exe\b/i.test(value);
}

/** The folder of a path and the one above, each with its last separator; what lies right below the root is too broad. */
function folders(path: string): readonly string[] {
  const separator = path.includes('\\') ? '\\' : '/';
  const found: string[] = [];
  let end = path.endsWith(separator) ? path.length - 1 : path.length;
  while (found.length < MOST_FOLDERS) {
    end = path.lastIndexOf(separator, end - 1);
    const folder = path.slice(0, end + 1);
    if (folder.split(separator).length - 1 < LEAST_SEPARATORS) break;
    found.push(folder);
  }
  return found;
}

/** The longest words of a command line that begin and end as terms do where they stand: `has` finds them. */
function words(command: string): readonly string[] {
  const found = new Set<string>();
  for (const [word] of command.matchAll(/[^\s"'`;|&<>()]+/g)) {
    if (word.length >= 4 && word.length < command.length && /\p{L}/u.test(word) && isStable(word)) found.add(word);
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
}

/** False for what looks made up each time: long runs of digits or hexadecimal, dates. */
function isStable(word: string): boolean {
  return isTermCodePoint(word.codePointAt(0) ?? 0) || /^[-/.\\]/.test(word) ? !/\d{5}|[0-9a-f]{12}/i.test(word) : false;
}
