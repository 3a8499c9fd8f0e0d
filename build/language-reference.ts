import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregateFunction } from '../rule-engine/aggregates/registry.ts';
import { unsupportedFeatures } from '../rule-engine/executor/plan-support.ts';
import { isLoadable, scalarFunction } from '../rule-engine/functions/registry.ts';
import { compile } from '../rule-engine/kusto/compile.ts';
import { makeGlobals } from '../rule-engine/kusto/globals.ts';
import { languageSurface } from '../rule-engine/kusto/language-surface.ts';
import { plugin } from '../rule-engine/operators/plugins/registry.ts';
import { windowFunction } from '../rule-engine/operators/window-functions.ts';
import { refusalReason } from '../rule-engine/plan/refusal-reasons.ts';
import { builtInTables } from '../rule-engine/schema/catalogue.ts';
import { functionExamples, operatorExamples } from './language-operators.ts';

export const languageReferenceFile = join(import.meta.dirname, '../docs/language.md');

const scoresFile = join(import.meta.dirname, '../rule-engine/conformance/scores.json');

/** `docs/language.md`: what of the language the engine supports, name by name, and how well it agrees with Kusto. */
export function languageReference(): string {
  const surface = languageSurface();
  const globals = makeGlobals(builtInTables);
  const compiles = (query: string) => {
    const { plan } = compile(query, globals);
    return plan !== undefined && unsupportedFeatures(plan).length === 0;
  };
  const supportsFunction = (name: string) =>
    scalarFunction(name) !== undefined ||
    isLoadable(name) ||
    windowFunction(name) !== undefined ||
    (functionExamples[name] !== undefined && compiles(functionExamples[name]));
  return `${[
    '# The language',
    'What of the Kusto Query Language the engine supports. What it lacks is refused as `unsupported`, by name and place; it never answers wrongly on purpose. This page is made from the code: `npm run language`.',
    ...scores(),
    ...section('Operators and statements', Object.keys(operatorExamples), (name) => compiles(operatorExamples[name])),
    ...section('Scalar functions', surface.functions, supportsFunction),
    ...section('Aggregate functions', surface.aggregates, (name) => aggregateFunction(name) !== undefined),
    ...section('Plugins of `evaluate`', surface.plugins, (name) => plugin(name) !== undefined || name === 'preview'),
  ].join('\n\n')}\n`;
}

/** What each recording holds, by the name that its score goes by. */
const RECORDINGS: Readonly<Record<string, string>> = {
  docs_emulator_truth: "queries of Microsoft's documentation",
  kustainer_fuzz_truth: 'adversarial queries in ten families',
  kustainer_fuzz_errors: 'queries that Kusto refuses',
  has_measured: 'predicates of the `has` family',
};

function scores(): readonly string[] {
  const recorded = JSON.parse(readFileSync(scoresFile, 'utf8')) as Record<string, { agree: number; of: number }>;
  const rows = Object.entries(recorded).map(([name, { agree, of }]) => {
    return `| ${RECORDINGS[name] ?? name} | ${agree} of ${of} | ${((100 * agree) / of).toFixed(1)} % |`;
  });
  return [
    '## Agreement with Kusto',
    "Answers compared with those that Microsoft's own engine gave to the same queries.",
    ['| Queries | Agree | |', '|---|--:|--:|', ...rows].join('\n'),
  ];
}

function section(title: string, names: readonly string[], supported: (name: string) => boolean): readonly string[] {
  const marked = [...names].sort().map((name) => ({ name, yes: supported(name) }));
  const count = marked.filter(({ yes }) => yes).length;
  const rows = marked.map(({ name, yes }) => `| \`${name}\` | ${yes ? 'yes' : no(name)} |`);
  return [`## ${title}`, `${count} of ${names.length}.`, ['| Name | Supported |', '|---|---|', ...rows].join('\n')];
}

function no(name: string): string {
  const reason = refusalReason(name);
  return reason === undefined ? 'no' : `no: ${reason}`;
}
