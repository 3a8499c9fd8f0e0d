import { type Span, spanEnd } from '../base/span.ts';
import { parseSyntax } from '../kusto/parse.ts';
import { elements, is, type Statement, textOf } from '../kusto/syntax.ts';
import { type KqlToken, kqlTokens } from './kql-tokens.ts';

/** The queries of a text, and the parts of it that are none. */
export interface FoundQueries {
  /** At least one. */
  readonly queries: readonly Span[];
  readonly others: readonly Span[];
}

/**
 * The queries of a text that holds several, parted by blank lines as in the query windows of Log Analytics and Azure Data
 * Explorer. Parts without syntax are notes in plain words, or queries with an error. A text that is one query, or in
 * which none is found, is one span.
 */
export function queriesOf(text: string): FoundQueries {
  const whole: FoundQueries = { queries: [{ start: 0, length: text.length }], others: [] };
  if (isQuery(text)) return whole;
  const blocks = blocksOf(text).filter(({ isComment }) => !isComment);
  const isFound = ({ span: { start, length } }: Block) => isQuery(text.slice(start, start + length));
  const found = new Set(blocks.filter(isFound));
  if (found.size === 0) return whole;
  return {
    queries: [...found].map(({ span }) => span),
    others: blocks.filter((block) => !found.has(block)).map(({ span }) => span),
  };
}

/** A text without a syntax error whose last statement is more than a name. */
function isQuery(text: string): boolean {
  const root = parseSyntax(text).Syntax;
  if (!is(root, 'QueryBlock') || root.ContainsSyntaxDiagnostics) return false;
  const last = elements<Statement>(root.Statements).at(-1);
  return last !== undefined && is(last, 'ExpressionStatement') && !/^\w*$/.test(textOf(last).trim());
}

/** Parts between blank lines; a part that is not at its end, or begins with a pipe, is one with its neighbour. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const part of partsOf(kqlTokens(text))) {
    let block = part;
    let before = blocks.at(-1);
    while (before !== undefined && (isOpen(before) || block.startsWithPipe)) {
      block = joined(before, block);
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks;
}

interface Block {
  readonly span: Span;
  readonly isComment: boolean;
  readonly startsWithPipe: boolean;
  /** Brackets that were opened less those that were closed. */
  readonly depth: number;
  /** The last token that is no comment. */
  readonly last: KqlToken | undefined;
}

/** After a `let` with its semicolon, in brackets, and after comments alone, a blank line parts nothing. */
function isOpen({ depth, last, isComment }: Block): boolean {
  return depth > 0 || isComment || last?.kind === 'semicolon' || last?.kind === 'pipe';
}

function joined(first: Block, second: Block): Block {
  return {
    span: { start: first.span.start, length: spanEnd(second.span) - first.span.start },
    isComment: first.isComment && second.isComment,
    startsWithPipe: first.isComment ? second.startsWithPipe : first.startsWithPipe,
    depth: first.depth + second.depth,
    last: second.last ?? first.last,
  };
}

/** What stands between blank lines. */
function partsOf(tokens: readonly KqlToken[]): readonly Block[] {
  const parts: Block[] = [];
  let part: KqlToken[] = [];
  let newlines = 0;
  const end = () => {
    if (part.length > 0) parts.push(blockOf(part));
    part = [];
  };
  for (const token of tokens) {
    if (token.kind === 'newline') newlines++;
    else if (token.kind !== 'space') {
      if (newlines > 1) end();
      newlines = 0;
      part.push(token);
    }
  }
  end();
  return parts;
}

function blockOf(part: readonly KqlToken[]): Block {
  const code = part.filter(({ kind }) => kind !== 'comment');
  const start = part[0].start;
  const count = (kind: string) => code.filter((token) => token.kind === kind).length;
  return {
    span: { start, length: part[part.length - 1].end - start },
    isComment: code.length === 0,
    startsWithPipe: code[0]?.kind === 'pipe',
    depth: count('open') - count('close'),
    last: code.at(-1),
  };
}
