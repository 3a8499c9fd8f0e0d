import type { Span } from '../../base/span.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ClassifiedSpan } from '../../kusto/services/classify.ts';
import type { CompletionItem } from '../../kusto/services/completion.ts';
import type { Hover } from '../../kusto/services/hover.ts';
import type { QuickFix } from '../../kusto/services/quick-fix.ts';
import type { SignatureHelp } from '../../kusto/services/signature.ts';
import type { FoundColumns } from '../../plan/bind-in-steps.ts';
import type { OpenPlugin } from '../../plan/open-plugin.ts';
import type { ExportedRule } from '../../rule/exchange/exchanged-rule.ts';
import type { RuleFormat } from '../../rule/exchange/import-rule.ts';
import type { RuleFile, RuleOfFiles } from '../../rule/exchange/read-rule-files.ts';
import type { RuleMetadata } from '../../rule/metadata.ts';
import type { Segments } from '../../rule/segments.ts';
import type { TableSchema } from '../../schema/scalar-type.ts';

/** A query; it is bound over the built-in tables and those that `tables` told of. */
interface QueryText {
  readonly text: string;
}

/** What the language worker makes of a query. Between threads a plan is its text, as `serializePlan` writes it. */
export interface CompiledText {
  /** Missing when a diagnostic is an error. */
  readonly plan: string | undefined;
  /** The plugin to be run first for its columns, where some depend on the rows: see `bindInSteps`. */
  readonly open: OpenPlugin<string> | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The language worker's methods: name → parameters, result and progress. */
export interface LanguageMethods {
  /** Tables that are loaded and not built in: what the binder must know besides. */
  tables: { params: { tables: readonly TableSchema[] }; result: null; progress: never };
  /** `found`: the columns of plugins that depend on the rows, as far as they are known; see `bindInSteps`. */
  compile: { params: QueryText & { found?: FoundColumns | undefined }; result: CompiledText; progress: never };
  complete: { params: QueryText & { position: number }; result: readonly CompletionItem[]; progress: never };
  hover: { params: QueryText & { position: number }; result: Hover | null; progress: never };
  format: { params: QueryText & { span?: Span }; result: readonly TextEdit[]; progress: never };
  rename: { params: QueryText & { position: number; name: string }; result: readonly TextEdit[]; progress: never };
  definition: { params: QueryText & { position: number }; result: Span | null; progress: never };
  /** The ways to call the function around a position. */
  signature: { params: QueryText & { position: number }; result: SignatureHelp | null; progress: never };
  /** Repairs of the faults that touch a part of the text, the likeliest first. */
  fixes: { params: QueryText & { span: Span }; result: readonly QuickFix[]; progress: never };
  /** The classes of a text's parts that only its binding can tell, for colouring. */
  classify: { params: QueryText; result: readonly ClassifiedSpan[]; progress: never };
  /** A rule of another tool, or of the files of a rule package; an error among its diagnostics says why there is none. */
  'import-rule': { params: { files: readonly RuleFile[] }; result: RuleOfFiles; progress: never };
  /** The rule in another tool's form; its diagnostics say what that leaves out. */
  'export-rule': {
    params: { metadata: RuleMetadata; segments: Segments; format: RuleFormat };
    result: ExportedRule;
    progress: never;
  };
}
