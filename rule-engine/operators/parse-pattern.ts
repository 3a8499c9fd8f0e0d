import { missingValue } from '../columnar/gather.ts';
import { convert } from '../functions/conversion.ts';
import { type RegularExpression, regularExpressionAt } from '../functions/regular-expression.ts';
import type { ParsePart } from '../plan/plan.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { PlanOf } from './operator.ts';
import type { Extraction } from './text-extraction.ts';

type ColumnPart = Extract<ParsePart, { kind: 'column' }>;

/** Text that a typed column takes where nothing else says where it ends. */
const SHAPES: Readonly<Record<ScalarType, string>> = {
  int: '\\s*[-+]?\\d+',
  long: '\\s*[-+]?\\d+',
  real: '\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?',
  decimal: '\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?',
  bool: '\\s*(?i:true|false|[-+]?\\d+)',
  datetime: '\\s*\\d[\\dA-Za-z/:.+\\- ]*',
  timespan: '\\s*-?\\d[\\d.:]*',
  guid: '\\s*[{(]?[0-9a-fA-F-]+[)}]?',
  string: '.*',
  dynamic: '.*',
};

/** The same in `kind=regex`, where it differs. */
const REGEX_SHAPES: Readonly<Partial<Record<ScalarType, string>>> = {
  bool: '\\s*(?i:true|false)',
  real: '\\s*[-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?',
  decimal: '\\s*[-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?',
};

/**
 * Compiles the pattern of `parse` to what it extracts from a text.
 *
 * In `simple` and `relaxed` a column takes as little as it can and the pattern must reach the text's end; in `regex`
 * texts are expressions, columns take as much as they can, and the end is free. Where one value can't be converted
 * the text doesn't match, but in `relaxed`, where that one value is missing.
 */
export function parsePattern(node: Pick<PlanOf<'parse'>, 'mode' | 'flags' | 'pattern' | 'span'>) {
  const { expression, groups } = compile(node);
  const columns = node.pattern.filter((part): part is ColumnPart => part.kind === 'column');
  const missing = columns.map(({ type }) => missingValue(type));
  return (text: string): Extraction => {
    const match = expression.find(text, 0);
    if (match === undefined) return { matched: false, values: missing };
    let converted = true;
    const values = columns.map(({ type }, at) => {
      const [start, end] = match[groups[at]];
      if (type === 'string') return start < 0 ? '' : text.slice(start, end);
      const value = start < 0 ? null : convert(text.slice(start, end), 'string', type);
      if (value === null) converted = false;
      return value;
    });
    if (node.mode !== 'relaxed' && !converted) return { matched: false, values: missing };
    return { matched: true, values };
  };
}

/** The expression, and for each column the number of its group. */
function compile(node: Parameters<typeof parsePattern>[0]): { expression: RegularExpression; groups: number[] } {
  const isRegex = node.mode === 'regex';
  const groups: number[] = [];
  let groupCount = 0;
  let source = '';
  node.pattern.forEach((part, at) => {
    switch (part.kind) {
      case 'star':
        source += at === node.pattern.length - 1 && isRegex ? '' : '.*?';
        break;
      case 'text':
        source += isRegex ? part.text : escapeText(part.text);
        if (isRegex) groupCount += regularExpressionAt(part.text, node.span).groupCount;
        break;
      case 'column':
        groups.push(++groupCount);
        source += isRegex ? `(${regexCapture(part)})` : simpleCapture(part, at, node);
        break;
    }
  });
  const flags = isRegex ? node.flags : 's';
  const prefix = flags === '' ? '' : `(?${flags})`;
  const end = isRegex ? '' : '\\z';
  return { expression: regularExpressionAt(`${prefix}\\A${source}${end}`, node.span), groups };
}

function regexCapture({ type }: ColumnPart): string {
  return REGEX_SHAPES[type] ?? SHAPES[type];
}

function simpleCapture(part: ColumnPart, at: number, { pattern }: Pick<PlanOf<'parse'>, 'pattern'>): string {
  if (pattern[at + 1]?.kind !== 'star') return '(.*?)';
  const isTrailing = at + 2 === pattern.length;
  return isTrailing ? `(${SHAPES[part.type]})?` : `(${SHAPES[part.type]})`;
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|#&~-]/g, '\\$&');
}
