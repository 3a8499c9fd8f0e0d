import type { Span } from '../../base/span.ts';
import { parseTimespan } from '../../functions/datetime-text.ts';
import { callExpr, literalExpr } from '../../plan/make-expr.ts';
import type { Expr } from '../../plan/plan.ts';
import type { Lowering } from './lowering.ts';

/** `datetime()`, which is now, and `datetime(8:00)`, which is that time today; undefined for what reads no clock. */
export function clockLiteral(raw: string, span: Span, lowering: Lowering): Expr | undefined {
  const written = /^(?:datetime|date)\s*\(\s*"?((?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)"?\s*\)$/i.exec(raw)?.[1];
  if (written === undefined) return undefined;
  const now = lowering.query.options.get('query_now') ?? callExpr('now', [], 'datetime', span);
  if (written === '') return now;
  const time = parseTimespan(written);
  if (time === undefined) return undefined;
  const sinceMidnight = literalExpr(time, 'timespan', span);
  return callExpr('+', [callExpr('startofday', [now], 'datetime', span), sinceMidnight], 'datetime', span);
}
