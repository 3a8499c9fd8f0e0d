import { queryFunction } from './declarations.ts';
import type { ProductFunction } from './product-function.ts';

/** A schema of ASIM: how its events are found in the loaded tables, as KQL, and how they can be filtered. */
export interface AsimSchema {
  /** The schema's name in the parsers' names: `Dns`, `NetworkSession`. */
  readonly name: string;
  readonly description: string;
  /** Parameters of the filtering parsers before `disabled` and `pack`, with their defaults. */
  readonly parameters: readonly string[];
  /** Statements that end with the declaration of a table `events` in the schema's columns. */
  readonly sources: string;
  /** Operators on `events`, each with its pipe, that apply the parameters. */
  readonly filters: string;
  /** Operators, each with its pipe, that add aliases and defaults. */
  readonly derived: string;
}

const SWITCHES = ['disabled: bool = false', 'pack: bool = false'];

const TIME_FILTER = `
  | where (isnull(starttime) or TimeGenerated >= starttime) and (isnull(endtime) or TimeGenerated <= endtime)`;

/**
 * The parsers of a schema over the loaded tables: built in (`_Im_Dns`) and deployed (`imDns`), with filters (`im`) and
 * without (`ASim`).
 *
 * @see https://learn.microsoft.com/azure/sentinel/normalization-parsers-overview
 */
export function asimParsers(schema: AsimSchema): readonly ProductFunction[] {
  const { name, parameters, filters } = schema;
  const filtering = ['starttime: datetime = datetime(null)', 'endtime: datetime = datetime(null)', ...parameters];
  return [
    parser(`_Im_${name}`, schema, [...filtering, ...SWITCHES], TIME_FILTER + filters),
    parser(`im${name}`, schema, [...filtering, ...SWITCHES], TIME_FILTER + filters),
    parser(`_ASim_${name}`, schema, SWITCHES, ''),
    parser(`ASim${name}`, schema, SWITCHES, ''),
  ];
}

function parser(name: string, schema: AsimSchema, parameters: readonly string[], filters: string): ProductFunction {
  const body = `{${schema.sources}\n  events\n  | where not(disabled)${filters}${schema.derived}\n}`;
  return {
    name,
    notice: `${name} gives the ${lowerFirst(schema.description)} Other tables are not read.`,
    symbol: () => queryFunction(name, schema.description, parameters, body),
  };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** One of the terms of a list is in one of the columns; an empty list asks for all. */
export function hasAny(parameter: string, ...columns: readonly string[]): string {
  return anyOf(parameter, columns, (column) => `${column} has_any (${parameter})`);
}

/** An address begins with one of a list's prefixes. */
export function hasAnyPrefix(parameter: string, ...columns: readonly string[]): string {
  return anyOf(parameter, columns, (column) => `has_any_ipv4_prefix(${column}, ${parameter})`);
}

/** A value is one of a list's, whatever the case. */
export function isAnyOf(parameter: string, column: string): string {
  return anyOf(parameter, [column], () => `${column} in~ (${parameter})`);
}

/** A value is the given one; `*` asks for all. */
export function is(parameter: string, column: string): string {
  return `\n  | where ${parameter} == "*" or ${column} =~ ${parameter}`;
}

function anyOf(parameter: string, columns: readonly string[], condition: (column: string) => string): string {
  return `\n  | where array_length(${parameter}) == 0 or ${columns.map(condition).join(' or ')}`;
}

/** `DOMAIN\name` of two columns. */
export function windowsAccount(domain: string, name: string): string {
  return `iff(${domain} in ("", "-"), ${name}, strcat(${domain}, "\\\\", ${name}))`;
}
