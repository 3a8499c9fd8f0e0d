import { type KqlToken, kqlTokens } from '../kql-tokens.ts';
import { isTrivia } from '../pipeline-steps.ts';
import { rulePackageFiles } from '../rule-package.ts';

/** Characters from which on a text is no rule: those of tools are a few kilobytes. */
export const longestRule = 1_000_000;

/** Files that hold events, and no rule, by their names. */
const eventFile = /\.(?:csv|tsv|ndjson|jsonl|evtx|parquet|xlsx|gz|zip|zst|tar)$/i;

/** False where a file is no rule by its name or its size: its text need not be read. */
export function mayBeRule({ name, size }: Pick<File, 'name' | 'size'>): boolean {
  return size <= longestRule && !eventFile.test(name);
}

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

/** Characters in which the first step of a query ends, and fewer in which its first words stand, but for long comments. */
const firstStep = 20_000;
const firstWords = 500;

/** A query begins with a table's name or with statements, and goes on with a pipe and an operator. */
function isQueryText(text: string): boolean {
  // Event data are mostly told by their first words, of which the last may be cut off: no more need be cut into tokens.
  const first = wordsOf(text.slice(0, firstWords));
  if (first.length >= 3 && !beginsQuery(text, first)) return false;
  const tokens = wordsOf(text.slice(0, firstStep));
  const pipe = tokens.find(({ kind }) => kind === 'pipe');
  return pipe !== undefined && beginsQuery(text, tokens) && operators.test(operatorAt(text, pipe.end));
}

function wordsOf(text: string): readonly KqlToken[] {
  return kqlTokens(text).filter((token) => !isTrivia(token));
}

/** Whether the first two tokens are those of a query that has a pipe. */
function beginsQuery(text: string, [first, second]: readonly KqlToken[]): boolean {
  if (first?.kind !== 'word') return false;
  const word = text.slice(first.start, first.end);
  if (/^\d/.test(word)) return false;
  const isBeginning = /^(?:let|set|declare|union|datatable)$/.test(word);
  return isBeginning || second?.kind === 'pipe' || (second !== undefined && text[second.start] === '(');
}

/** The word behind a pipe, hyphens within it included. */
function operatorAt(text: string, position: number): string {
  return /^(?:\s|\/\/[^\r\n]*)*([A-Za-z][A-Za-z-]*)/.exec(text.slice(position, position + 2000))?.[1] ?? '';
}
