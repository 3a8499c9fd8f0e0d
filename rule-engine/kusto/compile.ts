import { messageOf } from '../base/error-message.ts';
import type { Span } from '../base/span.ts';
import type { Diagnostic, DiagnosticSeverity } from '../diagnostics/diagnostic.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { isForgiven } from './forgiven.ts';
import type { Globals } from './globals.ts';
import { unlikeJoinKeys } from './join-keys.ts';
import { className, items } from './load.ts';
import { lowerQuery } from './lower/lower-query.ts';
import { type FoundSchemas, writeSchemas } from './open-schemas.ts';
import { parse, parseSyntax } from './parse.ts';
import { withRemoteDataNamed } from './remote-data.ts';
import { children, type SyntaxElement } from './syntax.ts';

/** A query as a plan, and what is wrong with it. */
export interface Compilation {
  /** Missing when a diagnostic is an error. */
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses and binds a query with Microsoft's service and lowers it. Never throws.
 *
 * @param found the columns of plugins, known from a first run of their rows; see `openPlugin`
 * @param codeOf parses and binds: whoever keeps what is parsed has its own
 */
export function compile(
  text: string,
  globals: Globals,
  found?: FoundSchemas,
  codeOf: (text: string) => Kusto.Language.KustoCode = (text) => parse(text, globals),
): Compilation {
  try {
    const written = found === undefined ? undefined : writeSchemas(text, found);
    return compileCode(codeOf(written?.text ?? text), written?.toOriginal);
  } catch (error) {
    // Where the stack did not hold the text it will not hold it now.
    const graphs = error instanceof RangeError ? undefined : graphsOfNothing(text);
    return { plan: undefined, diagnostics: graphs ?? [fromThrown(error, text)] };
  }
}

/** The service fails to bind a graph operator that stands after no graph: what is wrong with the text then. */
function graphsOfNothing(text: string): readonly Diagnostic[] | undefined {
  const code = parseSyntax(text);
  const wrong = items<Kusto.Language.Diagnostic>(code.GetDiagnostics()).map(fromMicrosoft);
  if (wrong.length > 0) return wrong;
  const operator = firstGraphOperator(code.Syntax);
  const span = operator && { start: operator.TextStart, length: operator.Width };
  return span && [{ code: 'not-a-graph', severity: 'error', span, message: 'What stands before this is no graph' }];
}

function firstGraphOperator(node: SyntaxElement | null): SyntaxElement | undefined {
  if (node === null || /^Graph\w*Operator$/.test(className(node))) return node ?? undefined;
  for (const child of children(node)) {
    const found = firstGraphOperator(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lowers a query that is parsed and bound already. Never throws. */
function compileCode(code: Kusto.Language.KustoCode, toOriginal: (span: Span) => Span = (span) => span): Compilation {
  const diagnostics: Diagnostic[] = [];
  try {
    diagnostics.push(
      ...syntaxFirst(code)
        .map(fromMicrosoft)
        .filter((found) => !isForgiven(found, code))
        .map((found) => withPlace(found, code))
        .map((found) => withRemoteDataNamed(found, code.Text ?? ''))
        .map((found) => ({ ...found, span: toOriginal(found.span) })),
    );
    if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return { plan: undefined, diagnostics };
    const { plan, notices } = lowerQuery(code, toOriginal);
    return { plan, diagnostics: [...diagnostics, ...notices] };
  } catch (error) {
    return { plan: undefined, diagnostics: [...diagnostics, fromThrown(error, code.Text ?? '')] };
  }
}

/** What is wrong with a query; what can't be read comes first, as what is bound around it is wrong because of it. */
function syntaxFirst(code: Kusto.Language.KustoCode): readonly Kusto.Language.Diagnostic[] {
  const placeOf = ({ Code, Start, Length }: Kusto.Language.Diagnostic) => `${Code} ${Start} ${Length}`;
  const unread = new Set(items<Kusto.Language.Diagnostic>(code.GetSyntaxDiagnostics()).map(placeOf));
  const all = items<Kusto.Language.Diagnostic>(code.GetDiagnostics());
  if (unread.size === 0) return all;
  return [...all.filter((found) => unread.has(placeOf(found))), ...all.filter((found) => !unread.has(placeOf(found)))];
}

function fromMicrosoft(diagnostic: Kusto.Language.Diagnostic): Diagnostic {
  return {
    code: diagnostic.Code ?? 'KS000',
    severity: severityOf(diagnostic.Severity),
    span: { start: diagnostic.Start, length: diagnostic.Length },
    message: diagnostic.Message ?? '',
  };
}

/** The service says of the keys of a join that they are unlike, but not where. */
function withPlace(found: Diagnostic, code: Kusto.Language.KustoCode): Diagnostic {
  const span = found.code === 'KS242' ? unlikeJoinKeys(code.Syntax) : undefined;
  return span === undefined ? found : { ...found, span };
}

function severityOf(severity: string | null): DiagnosticSeverity {
  if (severity === 'Error') return 'error';
  return severity === 'Warning' ? 'warning' : 'information';
}

function fromThrown(error: unknown, text: string): Diagnostic {
  if (error instanceof QueryError) return error.diagnostic;
  if (error instanceof RangeError) return tooDeep(text);
  return { code: 'internal', severity: 'error', span: { start: 0, length: text.length }, message: messageOf(error) };
}

/** The stack does not hold the tree of a text that nests thousands deep. */
function tooDeep(text: string): Diagnostic {
  const span = { start: 0, length: text.length };
  return { code: 'too-deep', severity: 'error', span, message: 'The query nests too deeply to be read' };
}
