import type { TextEdit } from '../../base/text-edit.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { type Code, textOfCode } from './code-service.ts';
import { relatedNames } from './related.ts';
import { tokensOf } from './tokens.ts';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Renames the `let`, parameter or computed column at a position, wherever the query names it.
 *
 * @throws QueryError `cannot-rename` when the query does not declare the name, when the new one is no identifier, or
 * when the query already has a name like it, which the rename would capture.
 */
export function renameAt(code: Code, position: number, name: string): TextEdit[] {
  const here = { start: position, length: 0 };
  const related = relatedNames(code, position);
  if (related?.declaration === undefined) {
    throw invalid('cannot-rename', 'Only a name that the query itself declares can be renamed', here);
  }
  if (!IDENTIFIER.test(name)) {
    throw invalid(
      'cannot-rename',
      `'${name}' is no name: use letters, digits and '_', not beginning with a digit`,
      here,
    );
  }
  const { start, length } = related.declaration;
  if (textOfCode(code).slice(start, start + length) === name) return [];
  if (tokensOf(code).some((token) => token.text === name)) {
    throw invalid('cannot-rename', `'${name}' is in use in this query already`, here);
  }
  return [related.declaration, ...related.references].map((span) => ({ span, text: name }));
}
