import { kqlTokens } from '../kql-tokens.ts';
import { isTrivia } from '../pipeline-steps.ts';
import { rulePackageFiles } from '../rule-package.ts';

/** Characters from which on a text is no rule: those of tools are a few kilobytes. */
export const longestRule = 1_000_000;

/**
 * True where a file is a rule (KQL, Sentinel's YAML or ARM template, Sigma, a Defender custom detection, a file of a rule
 * package) and not event data. By its content, since both come as JSON and text; of KQL also by its name. It looks at the
 * outermost keys and the first step only, to be told at once.
 */
export function isRuleText(name: string, text: string): boolean {
  if (text.length > longestRule) return false;
  if (packageFileOf(name) !== undefined || /\.(?:kql|csl|kusto)$/i.test(name)) return true;
  if (/^\uFEFF?\s*\{/.test(text)) return isRuleJson(text);
  return isRuleYaml(text) || isQueryText(text);
}

/** The path within a rule package that a file of this name has: `guide/tuning.md` for `tuning.md`. Undefined for others. */
export function packageFileOf(name: string): (typeof rulePackageFiles)[number] | undefined {
  const base = name.replace(/^.*[\\/]/, '');
  return rulePackageFiles.find((path) => path.replace(/^.*\//, '') === base);
}

function isRuleJson(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return false;
  }
  const fields = new Map(Object.entries(value as object));
  const resources: unknown = fields.get('resources');
  if (fields.has('queryCondition') || fields.has('detectionAction')) return true;
  return Array.isArray(resources) && /deploymentTemplate\.json/.test(String(fields.get('$schema')));
}

/** The keys at the beginning of lines are enough: events come in no YAML. */
function isRuleYaml(text: string): boolean {
  const keys = new Set([...text.matchAll(/^([A-Za-z_]+):(?=\s|$)/gm)].map(([, key]) => key));
  if (keys.has('logsource') && keys.has('detection')) return true;
  return keys.has('query') && (keys.has('name') || keys.has('id')) && (keys.has('severity') || keys.has('kind'));
}

const operators =
  /^(?:where|filter|project|project-away|project-keep|project-rename|project-reorder|extend|summarize|join|lookup|union|distinct|count|take|limit|top|sort|order|parse|parse-where|mv-expand|mv-apply|evaluate|invoke|make-series|serialize|search|as)$/;

/** A query begins with a table's name or with statements, and goes on with a pipe and an operator. */
function isQueryText(text: string): boolean {
  const tokens = kqlTokens(text.slice(0, 20_000)).filter((token) => !isTrivia(token));
  const raw = (index: number): string => (tokens[index] ? text.slice(tokens[index].start, tokens[index].end) : '');
  if (tokens[0]?.kind !== 'word' || /^\d/.test(raw(0))) return false;
  const pipe = tokens.findIndex(({ kind }) => kind === 'pipe');
  if (pipe < 0 || !operators.test(operatorAt(text, tokens[pipe].end))) return false;
  const isStatement = raw(0) === 'let' || raw(0) === 'set' || raw(0) === 'declare';
  return isStatement || pipe === 1 || raw(0) === 'union' || raw(0) === 'datatable' || raw(1) === '(';
}

/** The word behind a pipe, hyphens within it included. */
function operatorAt(text: string, position: number): string {
  return /^(?:\s|\/\/[^\r\n]*)*([A-Za-z][A-Za-z-]*)/.exec(text.slice(position, position + 2000))?.[1] ?? '';
}
