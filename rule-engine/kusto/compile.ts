import type { Diagnostic, DiagnosticSeverity } from '../diagnostics/diagnostic.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { Globals } from './globals.ts';
import { items } from './load.ts';
import { lowerQuery } from './lower/lower-query.ts';
import { parse } from './parse.ts';

/** A query as a plan, and what is wrong with it. */
export interface Compilation {
  /** Missing when a diagnostic is an error. */
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and binds a query with Microsoft's service and lowers it. Never throws. */
export function compile(text: string, globals: Globals): Compilation {
  try {
    return compileCode(parse(text, globals));
  } catch (error) {
    return { plan: undefined, diagnostics: [fromThrown(error, text)] };
  }
}

/** Lowers a query that is parsed and bound already. Never throws. */
export function compileCode(code: Kusto.Language.KustoCode): Compilation {
  const diagnostics: Diagnostic[] = [];
  try {
    diagnostics.push(...items<Kusto.Language.Diagnostic>(code.GetDiagnostics()).map(fromMicrosoft));
    if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return { plan: undefined, diagnostics };
    return { plan: lowerQuery(code), diagnostics };
  } catch (error) {
    return { plan: undefined, diagnostics: [...diagnostics, fromThrown(error, code.Text ?? '')] };
  }
}

function fromMicrosoft(diagnostic: Kusto.Language.Diagnostic): Diagnostic {
  return {
    code: diagnostic.Code ?? 'KS000',
    severity: severityOf(diagnostic.Severity),
    span: { start: diagnostic.Start, length: diagnostic.Length },
    message: diagnostic.Message ?? '',
  };
}

function severityOf(severity: string | null): DiagnosticSeverity {
  if (severity === 'Error') return 'error';
  return severity === 'Warning' ? 'warning' : 'information';
}

function fromThrown(error: unknown, text: string): Diagnostic {
  if (error instanceof QueryError) return error.diagnostic;
  // Bridge.NET throws objects of its own, which are not instances of Error.
  const message = (error as { Message?: unknown })?.Message ?? (error instanceof Error ? error.message : String(error));
  return { code: 'internal', severity: 'error', span: { start: 0, length: text.length }, message: String(message) };
}
