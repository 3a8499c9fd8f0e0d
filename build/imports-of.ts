import { parseSync, Visitor } from 'vite';

/** What a module imports, and the line on which it does. */
export interface Import {
  readonly from: string;
  readonly line: number;
}

/** All that a module of TypeScript names with a word of its own: values and types, passed on or asked for later. */
export function importsOf(name: string, text: string): readonly Import[] {
  const imports: Import[] = [];
  const note = ({ source }: { readonly source: object | null }): void => {
    if (!source || !('value' in source) || !('start' in source)) return;
    imports.push({ from: String(source.value), line: text.slice(0, Number(source.start)).split('\n').length });
  };
  new Visitor({
    ImportDeclaration: note,
    ExportNamedDeclaration: note,
    ExportAllDeclaration: note,
    ImportExpression: note,
    TSImportType: note,
  }).visit(parseSync(name, text).program);
  return imports;
}
