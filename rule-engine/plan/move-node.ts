import type { Span } from '../base/span.ts';
import type { Plan } from './plan.ts';

/**
 * A node as it stands elsewhere in the query, its spans `by` characters further on. Its expressions are copied when somebody
 * reads them: of most steps of a text that was edited before them nobody does.
 */
export function movedNode<Node extends Plan>(node: Node, by: number): Node {
  const moved = { ...node, span: movedSpan(node.span, by) };
  for (const field in node) {
    const member: unknown = node[field];
    if (typeof member !== 'object' || member === null || !hasExpressions(field)) continue;
    let copy: unknown;
    Object.defineProperty(moved, field, {
      enumerable: true,
      get: () => {
        copy ??= movedCopy(member, by);
        return copy;
      },
    });
  }
  return moved;
}

function hasExpressions(field: string): boolean {
  return field !== 'span' && field !== 'columns' && field !== 'input';
}

/** A copy of what a node holds, all spans in it `by` characters further on. Values stay the same objects. */
function movedCopy(member: object, by: number): unknown {
  if (Array.isArray(member)) return member.map((item: unknown) => movedItem(item, by));
  if (Object.getPrototypeOf(member) !== Object.prototype) return member;
  const copy: Record<string, unknown> = { ...member };
  for (const key in copy) {
    copy[key] = key === 'span' ? movedSpan(copy.span as Span, by) : movedItem(copy[key], by);
  }
  return copy;
}

function movedItem(item: unknown, by: number): unknown {
  return typeof item === 'object' && item !== null ? movedCopy(item, by) : item;
}

function movedSpan({ start, length }: Span, by: number): Span {
  return { start: start + by, length };
}
