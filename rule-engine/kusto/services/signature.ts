import { className, items, language } from '../load.ts';
import type { FunctionCall, SyntaxElement } from '../syntax.ts';
import type { Code } from './code-service.ts';

/** The ways to call the function around a position. */
export interface SignatureHelp {
  readonly signatures: readonly {
    /** `substring(string, start, [length])` */
    readonly label: string;
    readonly parameters: readonly string[];
  }[];
  /** The index of the argument at the position. */
  readonly argument: number;
}

/** The signatures of the innermost call around a position; null outside of any call of a known function. */
export function signatureAt(code: Code, position: number): SignatureHelp | null {
  const call = callAround(code, position);
  const symbol = call?.ReferencedSymbol as Kusto.Language.Symbols.FunctionSymbol | null | undefined;
  if (call === undefined || symbol === null || symbol === undefined) return null;
  const signatures = items<Kusto.Language.Symbols.Signature>(symbol.Signatures).map((signature) => {
    const parameters = items<Kusto.Language.Symbols.Parameter>(signature.Parameters).map(parameterLabel);
    const more = signature.HasRepeatableParameters ? ', …' : '';
    return { label: `${symbol.Name}(${parameters.join(', ')}${more})`, parameters };
  });
  return signatures.length === 0 ? null : { signatures, argument: argumentAt(call, position) };
}

function parameterLabel(parameter: Kusto.Language.Symbols.Parameter): string {
  const types = items<Kusto.Language.Symbols.TypeSymbol>(parameter.DeclaredTypes).map((type) => type.Name);
  const label = types.length === 1 ? `${parameter.Name}: ${types[0]}` : (parameter.Name ?? '');
  return parameter.MinOccurring === 0 ? `[${label}]` : label;
}

function callAround(code: Code, position: number): FunctionCall | undefined {
  let element: SyntaxElement | null = code.Syntax?.GetTokenAt(position) ?? null;
  while (element !== null) {
    if (element.Kind === language.Syntax.SyntaxKind.FunctionCallExpression) {
      const call = element as FunctionCall;
      if (isWithin(call, position))
        return className(call.ReferencedSymbol ?? {}) === 'FunctionSymbol' ? call : undefined;
    }
    element = element.Parent;
  }
  return undefined;
}

function isWithin(call: FunctionCall, position: number): boolean {
  const { OpenParen, CloseParen } = call.ArgumentList ?? {};
  if (!OpenParen || position <= OpenParen.TextStart) return false;
  return !CloseParen || CloseParen.Width === 0 || position <= CloseParen.TextStart;
}

function argumentAt(call: FunctionCall, position: number): number {
  const list = call.ArgumentList?.Expressions;
  let index = 0;
  for (let i = 0; i < (list?.Count ?? 0); i++) {
    const separator = list?.getItem$1(i)?.Separator;
    if (separator && separator.Width > 0 && separator.TextStart < position) index = i + 1;
  }
  return index;
}
