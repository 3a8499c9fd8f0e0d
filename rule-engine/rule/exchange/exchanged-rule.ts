import { NOWHERE, type Span } from '../../base/span.ts';
import type { Diagnostic, DiagnosticSeverity } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RuleMetadata } from '../metadata.ts';
import type { Segments } from '../segments.ts';

/** What an export reads of a rule. */
export interface ExportableRule {
  readonly metadata: RuleMetadata;
  readonly segments: Segments;
  /** The whole query's plan; undefined when it does not bind. Some formats need it, others say more with it. */
  readonly plan: Plan | undefined;
}

/** A rule as another tool's text. Diagnostics are of the rule: limits broken, things left out; without a place. */
export interface ExportedRule {
  /** Undefined when the format can't hold the rule: an error says why. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A rule from another tool's text. Diagnostics are of that text. */
export interface ImportedRule {
  readonly metadata: RuleMetadata;
  readonly segments: Segments;
  readonly diagnostics: readonly Diagnostic[];
}

/** Cuts a query into segments; `splitQuery` with the binder's state. */
export type QuerySplitter = (query: string) => Segments;

/** Collects diagnostics of an exchange. */
export class ExchangeNotes {
  readonly diagnostics: Diagnostic[] = [];

  error(code: string, message: string, span?: Span): void {
    this.add('error', code, message, span);
  }

  warning(code: string, message: string, span?: Span): void {
    this.add('warning', code, message, span);
  }

  information(code: string, message: string, span?: Span): void {
    this.add('information', code, message, span);
  }

  get failed(): boolean {
    return this.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }

  private add(severity: DiagnosticSeverity, code: string, message: string, span: Span = NOWHERE): void {
    this.diagnostics.push({ code, severity, span, message });
  }
}
