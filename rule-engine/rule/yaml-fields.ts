import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { NOWHERE, type Span } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Collects what is wrong with a document while its fields are read. */
export class YamlProblems {
  readonly diagnostics: Diagnostic[] = [];

  report(code: string, message: string, span: Span): void {
    this.diagnostics.push({ code, severity: 'error', span, message });
  }
}

/**
 * A mapping of a YAML document, read field by field. A field that is missing or of another shape is reported at its
 * place and read as an empty value, so that one reading finds all mistakes.
 */
export class YamlFields {
  readonly span: Span;
  readonly problems: YamlProblems;
  private readonly path: string;
  private readonly fields: ReadonlyMap<string, { readonly key: Span; readonly value: Node | null }>;
  private readonly read = new Set<string>();

  constructor(node: Node | null, path: string, problems: YamlProblems) {
    this.problems = problems;
    this.path = path;
    this.span = spanOf(node);
    const fields = new Map<string, { key: Span; value: Node | null }>();
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key)) fields.set(String(key.value), { key: spanOf(key), value: value as Node | null });
      }
    } else {
      problems.report('not-a-mapping', `${path || 'The document'} must be a mapping of names to values`, this.span);
    }
    this.fields = fields;
  }

  has(name: string): boolean {
    this.read.add(name);
    const value = this.fields.get(name)?.value;
    return value !== undefined && value !== null && !(isScalar(value) && value.value === null);
  }

  spanOf(name: string): Span {
    const field = this.fields.get(name);
    return field === undefined ? this.span : spanOf(field.value ?? null, field.key);
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.missing(name, '');
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.scalarText(this.fields.get(name)?.value ?? null, name) : undefined;
  }

  number(name: string): number | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    if (Number.isFinite(Number(text))) return Number(text);
    this.problems.report('not-a-number', `${this.at(name)} must be a number`, this.spanOf(name));
    return undefined;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.text(name);
    const found = allowed.find((value) => value.toLowerCase() === text.toLowerCase());
    if (found === undefined && text !== '') {
      this.problems.report('not-allowed', `${this.at(name)} must be one of ${allowed.join(', ')}`, this.spanOf(name));
    }
    return found ?? fallback;
  }

  /** A list of texts; a missing one is empty. */
  texts(name: string): readonly string[] {
    return this.items(name).map((item) => this.scalarText(item, name));
  }

  /** A list of mappings; a missing one is empty. */
  mappings(name: string): readonly YamlFields[] {
    return this.items(name).map((item, index) => new YamlFields(item, `${this.at(name)}[${index}]`, this.problems));
  }

  /** A list of texts and mappings; a missing one is empty. */
  textsOrMappings(name: string): readonly (string | YamlFields)[] {
    return this.items(name).map((item, index) =>
      isMap(item) ? new YamlFields(item, `${this.at(name)}[${index}]`, this.problems) : this.scalarText(item, name),
    );
  }

  /** A mapping; undefined when it is missing. */
  mapping(name: string): YamlFields | undefined {
    if (!this.has(name)) return undefined;
    return new YamlFields(this.fields.get(name)?.value ?? null, this.at(name), this.problems);
  }

  /** The names of all fields, in order. */
  names(): readonly string[] {
    return [...this.fields.keys()];
  }

  /** A field as plain data: texts, numbers, lists, objects; undefined when it is missing. Aliases are not followed. */
  value(name: string): unknown {
    return this.has(name) ? plainValue(this.fields.get(name)?.value ?? null) : undefined;
  }

  /** The fields as plain texts, in order. */
  entries(): readonly (readonly [string, string])[] {
    return [...this.fields].map(([name, field]) => [name, this.scalarText(field.value, name)]);
  }

  /** The fields that were never asked for, with the place of their names. */
  unread(): readonly (readonly [string, Span])[] {
    return [...this.fields].filter(([name]) => !this.read.has(name)).map(([name, field]) => [name, field.key]);
  }

  /** Reports every field that was never asked for: most are misspelt. */
  rejectOthers(): void {
    for (const [name, span] of this.unread()) {
      this.problems.report('unknown-field', `${this.at(name)} is no field of this file`, span);
    }
  }

  missing<T>(name: string, fallback: T): T {
    this.problems.report('missing-field', `${this.at(name)} is missing`, this.span);
    return fallback;
  }

  private items(name: string): readonly Node[] {
    if (!this.has(name)) return [];
    const value = this.fields.get(name)?.value;
    if (isSeq(value)) return value.items as Node[];
    this.problems.report('not-a-list', `${this.at(name)} must be a list`, this.spanOf(name));
    return [];
  }

  private scalarText(node: Node | null, name: string): string {
    if (isScalar(node)) return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    this.problems.report('not-text', `${this.at(name)} must be text`, spanOf(node, this.span));
    return '';
  }

  private at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

/** Reads a YAML text as a mapping. Syntax errors are reported at their place, and what could be read is read. */
export function yamlFields(text: string): YamlFields {
  const problems = new YamlProblems();
  const document = documentOf(text, problems);
  if (document === undefined) return new YamlFields(null, '', problems);
  for (const error of document.errors) {
    const [start, end] = error.pos;
    problems.report('yaml', error.message, { start, length: Math.max(0, end - start) });
  }
  return new YamlFields(document.contents as Node | null, '', problems);
}

function plainValue(node: Node | null): unknown {
  if (isSeq(node)) return node.items.map((item) => plainValue(item as Node | null));
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : '',
      plainValue(value as Node | null),
    ]);
    return Object.fromEntries(pairs);
  }
  return isScalar(node) ? node.value : null;
}

function spanOf(node: Node | null, fallback: Span = NOWHERE): Span {
  const range = node?.range;
  return range === undefined || range === null ? fallback : { start: range[0], length: range[1] - range[0] };
}

function documentOf(text: string, problems: YamlProblems) {
  try {
    return parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false });
  } catch (error) {
    // Brackets nested thousands deep exhaust the parser's stack.
    const message = error instanceof RangeError ? 'The document is nested too deeply' : String(error);
    problems.report('yaml', message, { start: 0, length: text.length });
    return undefined;
  }
}
