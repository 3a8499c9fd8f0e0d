import type { Span } from '../base/span.ts';

export type DiagnosticSeverity = 'error' | 'warning' | 'information';

/**
 * What is wrong with a query, and where.
 *
 * `code` is `unsupported` for a feature that Kusto has and this engine lacks, Microsoft's own code (`KS142`, …) for
 * what its parser and binder report, and a short kebab-case name for the rest.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  readonly span: Span;
  readonly message: string;
}

/** A query that can't be evaluated. Thrown by `lower` and the executor; crosses the worker as its `diagnostic`. */
export class QueryError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = 'QueryError';
    this.diagnostic = diagnostic;
  }
}

/** A Kusto feature that the engine lacks; `feature` names it as Kusto's documentation does. */
export function unsupported(feature: string, span: Span): QueryError {
  return new QueryError({
    code: 'unsupported',
    severity: 'error',
    span,
    message: `${feature} is not supported by this engine`,
  });
}

/** A query that Kusto itself refuses. */
export function invalid(code: string, message: string, span: Span): QueryError {
  return new QueryError({ code, severity: 'error', span, message });
}
